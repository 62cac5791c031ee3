package io.onsale.payments.gateway;

/**
 * An amount.
 *
 * @param amount in the currency's smallest unit
 * @param currency as ISO 4217 has it
 */
public record Money(long amount, String currency) {

    /** Nothing, of no currency: where there is no payment. */
    public static final Money NONE = new Money(0, "XXX");
}
