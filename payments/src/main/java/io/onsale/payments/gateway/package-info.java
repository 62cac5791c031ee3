/**
 * The port to whoever moves money: what payments asks of a gateway, and what a gateway may say.
 *
 * <p>Every request carries an idempotency key, so it may be made again. {@link io.onsale.payments.gateway.Answer} tells a gateway that has judged a request from
 * one that was silent; after silence nobody knows whether money moved, so the payment is read before anything else is done.
 */
@NullMarked
package io.onsale.payments.gateway;

import org.jspecify.annotations.NullMarked;
