/**
 * From an event of the log to a row of {@code onsale.events}.
 *
 * <p>The envelope fills the columns and the body becomes compact JSON; nothing here knows any particular event. What people are called is
 * decided by the privacy marks of the schemas alone ({@link io.onsale.analytics.rows.BodyJson}): secrets, sealed bytes, digests that stand for people
 * and what was written about them are left out, ids of people are replaced by pseudonyms, and a field without a mark counts as secret. Rows are
 * written in ClickHouse's RowBinary format.
 */
@NullMarked
package io.onsale.analytics.rows;

import org.jspecify.annotations.NullMarked;
