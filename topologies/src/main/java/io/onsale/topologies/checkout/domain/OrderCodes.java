package io.onsale.topologies.checkout.domain;

/** Knows which proof the right code of an order has. */
public interface OrderCodes {

    /** Of the code that was sent at this attempt. */
    byte[] expected(String orderId, int attempt);
}
