/**
 * What must hold in the log, as rules that know neither Kafka nor a clock.
 *
 * <p>A {@link io.onsale.standalone.audit.rules.Rule} is shown every committed record once, each partition's in their order, and answers with a
 * {@link io.onsale.standalone.audit.rules.Finding} wherever its invariant is broken. There is one class for each
 * {@link io.onsale.standalone.audit.rules.Check}:
 *
 * <ul>
 *   <li>{@link io.onsale.standalone.audit.rules.EventSequences}: every key's events are numbered without gap or repetition
 *   <li>{@link io.onsale.standalone.audit.rules.SeatOwners}: invariant 1
 *   <li>{@link io.onsale.standalone.audit.rules.TicketLimits}: invariant 2
 *   <li>{@link io.onsale.standalone.audit.rules.MoneyBalance}: invariant 3
 *   <li>{@link io.onsale.standalone.audit.rules.HoldEndings}: invariant 4
 *   <li>{@link io.onsale.standalone.audit.rules.AdmissionLimits} and {@link io.onsale.standalone.audit.rules.LineOrder}: invariant 5
 *   <li>{@link io.onsale.standalone.audit.rules.ReceiptPrices}: invariant 9
 *   <li>{@link io.onsale.standalone.audit.rules.Reductions}: whoever pays less was entitled to
 * </ul>
 *
 * <p>Rules read the schemas only. They share nothing with the deciders they judge, so a mistake in a decider is not repeated here.
 */
@NullMarked
package io.onsale.standalone.audit.rules;

import org.jspecify.annotations.NullMarked;
