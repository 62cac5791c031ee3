package io.onsale.topologies.checkout.domain;

/** Why an order came to nothing. */
public enum OrderEnd {
    DECLINED,
    HOLD_LOST,
    SEATS_LOST,
    EXPIRED,
    NOT_ELIGIBLE,
    TOO_MANY_CODES,
    PERFORMANCE_CANCELLED,
    PAYMENT_FAILED,
    WITHDRAWN
}
