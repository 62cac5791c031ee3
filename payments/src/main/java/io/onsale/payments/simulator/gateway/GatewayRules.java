package io.onsale.payments.simulator.gateway;

import io.onsale.payments.simulator.api.Wrong;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the simulated gateway does with a payment: each rule gives it as it stands then, or throws {@link Wrong}. */
final class GatewayRules {

    static final String APPROVE = "test-approve";
    static final String DECLINE = "test-decline";
    static final String CHALLENGE = "test-3ds";
    static final String TIMEOUT = "test-timeout";
    static final String LATE = "test-late";
    static final String RIGHT_CODE = "123456";

    private static final int TRIES = 3;
    private static final String BANK = "Bank of Simulation";

    private GatewayRules() {}

    static Held begin(Wanted wanted, String id, Instant now, Duration late) {
        if (wanted.token().isEmpty()) {
            return transfer(wanted, id);
        }
        return switch (wanted.token().get()) {
            case APPROVE, TIMEOUT -> card(wanted, id, Standing.AUTHORISED, "", null);
            case CHALLENGE -> card(wanted, id, Standing.ACTION_REQUIRED, "", null);
            case LATE -> card(wanted, id, Standing.PENDING, "", now.plus(late).toEpochMilli());
            case DECLINE -> card(wanted, id, Standing.DECLINED, "card_declined", null);
            default -> card(wanted, id, Standing.DECLINED, "unknown_token", null);
        };
    }

    private static Held card(Wanted wanted, String id, Standing standing, String reason, @Nullable Long approvesAt) {
        return new Held(
                id,
                wanted.reference(),
                wanted.attempt(),
                standing,
                wanted.amount(),
                wanted.currency(),
                reason,
                0,
                List.of(),
                null,
                approvesAt,
                TRIES);
    }

    private static Held transfer(Wanted wanted, String id) {
        String account = "9%011d".formatted(Math.floorMod(id.hashCode(), 100_000_000_000L));
        return new Held(
                id,
                wanted.reference(),
                wanted.attempt(),
                Standing.AWAITING_DEPOSIT,
                wanted.amount(),
                wanted.currency(),
                "",
                0,
                List.of(),
                new Held.Account(BANK, account, wanted.until().orElseThrow().toString()),
                null,
                TRIES);
    }

    static Held answer(Held held, String code) {
        require(held, Standing.ACTION_REQUIRED);
        if (code.equals(RIGHT_CODE)) {
            return held.standing(Standing.AUTHORISED, "");
        }
        Held after = held.afterWrongCode();
        return after.triesLeft() > 0 ? after : after.standing(Standing.DECLINED, "authentication_failed");
    }

    /** What was captured stays captured, however often that is asked for. */
    static Held capture(Held held, long amount, String currency) {
        requireCurrency(held, currency);
        if (amount != held.amount()) {
            throw Wrong.because(422, "partial_capture", "only all that was authorised can be captured");
        }
        if (held.standing() == Standing.CAPTURED) {
            return held;
        }
        require(held, Standing.AUTHORISED);
        return held.capturedWhole();
    }

    static Held release(Held held) {
        return switch (held.standing()) {
            case VOIDED, DECLINED -> held;
            case CAPTURED -> throw Wrong.because(409, "already_captured", "captured money is refunded, not let go");
            case PENDING, ACTION_REQUIRED, AWAITING_DEPOSIT, AUTHORISED -> held.standing(Standing.VOIDED, "");
        };
    }

    static Held refund(Held held, Held.Repaid refund, String currency) {
        requireCurrency(held, currency);
        Optional<Held.Repaid> before = held.refunds().stream()
                .filter(one -> one.refundId().equals(refund.refundId()))
                .findFirst();
        if (before.isPresent()) {
            if (before.get().amount() != refund.amount()) {
                throw Wrong.because(409, "refund_exists", "there is a refund of this id with another amount");
            }
            return held;
        }
        require(held, Standing.CAPTURED);
        if (refund.amount() > held.captured() - held.refunded()) {
            throw Wrong.because(422, "refund_exceeds_capture", "no more can go back than was captured");
        }
        return held.repaying(refund);
    }

    static Held deposit(Held held, long amount, Instant now) {
        if (held.deposit() == null) {
            throw Wrong.because(409, "not_a_transfer", "this payment has no account");
        }
        require(held, Standing.AWAITING_DEPOSIT);
        if (now.isAfter(Instant.parse(held.deposit().until()))) {
            throw Wrong.because(409, "too_late", "the account is closed");
        }
        if (amount != held.amount()) {
            throw Wrong.because(422, "wrong_amount", "the bank sends back what is not the exact amount");
        }
        return held.capturedWhole();
    }

    /** A late approval, unless something else came of the payment first. */
    static Optional<Held> approveLate(Held held) {
        return held.standing() == Standing.PENDING
                ? Optional.of(held.standing(Standing.AUTHORISED, ""))
                : Optional.empty();
    }

    private static void require(Held held, Standing standing) {
        if (held.standing() != standing) {
            throw Wrong.because(409, "wrong_status", "the payment is " + held.standing());
        }
    }

    private static void requireCurrency(Held held, String currency) {
        if (!held.currency().equals(currency)) {
            throw Wrong.because(422, "wrong_currency", "the payment is in " + held.currency());
        }
    }
}
