/**
 * A payment gateway that moves no money, behind an API like a real one's.
 *
 * <p>{@link io.onsale.payments.simulator.gateway.GatewayRules} is what it does with a payment; tokens say what shall come of one: {@code test-approve},
 * {@code test-decline}, {@code test-3ds} (asks for the code 123456), {@code test-timeout} (approves, and answers half a minute later), {@code test-late} (approves
 * by webhook after two seconds). A bank transfer gets an account and waits for {@code POST /v1/payments/ID/deposit}.
 *
 * <p>Webhooks tell what no answer told: a late approval, one whose caller had hung up, a deposit. They come signed, now and then twice, in any order, and again
 * until they are acknowledged.
 */
@NullMarked
package io.onsale.payments.simulator.gateway;

import org.jspecify.annotations.NullMarked;
