package io.onsale.payments.gateway;

import io.onsale.schemas.checkout.PaymentStatus;
import java.util.Optional;

/**
 * A payment as its gateway has it.
 *
 * @param id the gateway's
 * @param reference ours
 * @param attempt which one it is for the order
 * @param reason why it is as it is, for programs; empty where that goes without saying
 * @param deposit where a bank transfer goes
 */
public record Payment(
        String id,
        String reference,
        int attempt,
        PaymentStatus status,
        Money money,
        String reason,
        Optional<Deposit> deposit) {}
