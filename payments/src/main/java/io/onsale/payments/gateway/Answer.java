package io.onsale.payments.gateway;

/**
 * What came of a request to a gateway.
 *
 * @param <T> what it gives where it does what it was asked
 */
public sealed interface Answer<T> {

    /** It did, or had done, what it was asked; a payment that was declined is given too. */
    record Given<T>(T value) implements Answer<T> {}

    /**
     * It has judged the request and does not do it.
     *
     * @param code stable, for programs
     */
    record Refused<T>(String code, String detail) implements Answer<T> {}

    /** Nobody knows whether it did it. */
    record Silent<T>(String why) implements Answer<T> {}
}
