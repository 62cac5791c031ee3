/**
 * Checkout's rules: pure Java.
 *
 * <p>{@link io.onsale.topologies.checkout.domain.CheckoutDecider} hands each command to the rules it concerns: placing, pricing, verifying,
 * paying, cancelling, coupons. What happens is a {@link io.onsale.topologies.checkout.domain.Happening}: an event, and the errands on
 * which it sends others. {@link io.onsale.topologies.checkout.domain.CheckoutBooks} lets events change the state; nothing else does.
 *
 * <p>Amounts are in the currency's minor unit. All arithmetic is exact: an overflow is an exception, never another amount.
 */
@NullMarked
package io.onsale.topologies.checkout.domain;

import org.jspecify.annotations.NullMarked;
