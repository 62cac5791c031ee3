package io.onsale.payments.simulator.gateway;

/** How a payment stands. */
enum Standing {
    PENDING,
    ACTION_REQUIRED,
    AWAITING_DEPOSIT,
    AUTHORISED,
    CAPTURED,
    DECLINED,
    VOIDED;

    /** Whether nothing more will come of it, so that its reference may be used anew. */
    boolean isOver() {
        return this == DECLINED || this == VOIDED;
    }
}
