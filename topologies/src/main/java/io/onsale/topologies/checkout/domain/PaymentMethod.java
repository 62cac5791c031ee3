package io.onsale.topologies.checkout.domain;

/** How an order is paid. */
public enum PaymentMethod {
    CARD,
    BANK_TRANSFER
}
