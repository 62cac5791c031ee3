package io.onsale.payments.gateway;

import io.onsale.schemas.checkout.RefundStatus;

/** Money that went back, or is about to. */
public record Refund(String id, Money money, RefundStatus status) {}
