/**
 * {@code ./onsale audit}: what must always hold, checked from the log by an independent reader.
 *
 * <p>{@link io.onsale.standalone.audit.Audit} reads every committed event, and what checkout was told of payments, from the first to the ends that stood when it began, shows each to the
 * {@linkplain io.onsale.standalone.audit.rules rules}, and makes an {@link io.onsale.standalone.audit.AuditReport}. It shares no code with the deciders,
 * the edge or the sink: only the schemas.
 */
@NullMarked
package io.onsale.standalone.audit;

import org.jspecify.annotations.NullMarked;
