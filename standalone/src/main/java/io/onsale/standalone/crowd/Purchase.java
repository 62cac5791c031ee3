package io.onsale.standalone.crowd;

import io.onsale.ml.behaviour.FanBehaviour;
import java.time.Duration;
import java.util.Set;

/** How a fan pays for what it holds. */
record Purchase(FanBehaviour behaviour, Shopper shopper, CrowdCounts counts, Pause pause) {

    private static final Duration LOOKS_AGAIN = Duration.ofMillis(500);
    private static final int LOOKS = 60;

    /** Refusals that only say that it took too long. */
    private static final Set<String> TOO_LATE = Set.of("reservation_ended", "unknown_reservation");

    /** Why an order came to nothing through no fault of the edge's. */
    private static final Set<String> COULD_NOT_PAY = Set.of("declined", "expired", "hold_lost", "seats_lost");

    FanOutcome of(String reservation) {
        EdgeAnswer page = shopper.openedPayment();
        if (!page.accepted()) {
            return failed("telemetry", page);
        }
        if (!pause.pause(behaviour.pays())) {
            return FanOutcome.SENT_HOME;
        }
        EdgeAnswer order = shopper.orders(reservation, behaviour.traits().card());
        if (!order.accepted()) {
            return TOO_LATE.contains(order.code()) ? FanOutcome.EXPIRED : failed("order", order);
        }
        if (order.text("status").equals("verification_required")) {
            String id = order.text("order_id");
            order = shopper.verifies(id);
            if (!order.accepted()) {
                order = shopper.order(id);
            }
        }
        return becomes(order);
    }

    private FanOutcome becomes(EdgeAnswer first) {
        EdgeAnswer order = first;
        String id = order.text("order_id");
        for (int look = 0; look < LOOKS && !rests(order); look++) {
            if (!pause.pause(LOOKS_AGAIN)) {
                return FanOutcome.SENT_HOME;
            }
            order = shopper.order(id);
        }
        return switch (order.text("status")) {
            case "confirmed" -> {
                counts.bought(order.body().path("tickets").size());
                yield FanOutcome.BOUGHT;
            }
            case "refused" ->
                COULD_NOT_PAY.contains(order.body().at("/refusal/code").asText())
                        ? FanOutcome.DECLINED
                        : failed("order", order);
            default -> failed("order", order);
        };
    }

    private static boolean rests(EdgeAnswer order) {
        return order.text("status").equals("confirmed") || order.text("status").equals("refused");
    }

    private FanOutcome failed(String what, EdgeAnswer answer) {
        counts.failed(what, answer);
        return FanOutcome.FAILED;
    }
}
