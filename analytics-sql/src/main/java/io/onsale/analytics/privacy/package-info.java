/**
 * A search for what must not be found: plain text of people in the log or in ClickHouse.
 *
 * <p>Give {@link io.onsale.analytics.privacy.Needles} what somebody signed up with, then scan the log with {@link
 * io.onsale.analytics.privacy.TopicScan} and the tables with {@link io.onsale.analytics.privacy.TableScan}. Both look at all there is, not only at what Onsale
 * means to write; the log is also judged by the marks of its schemas.
 */
@NullMarked
package io.onsale.analytics.privacy;

import org.jspecify.annotations.NullMarked;
