package io.onsale.edge.routes;

import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.schemas.common.Refusal;

/** Tells what the log refused. */
public final class Refusals {

    /** What is too much now may not be in a minute, for others leave. */
    private static final int TOO_MUCH_FOR_SECONDS = 60;

    private Refusals() {}

    /** A refusal as its caller is told. */
    public static ProblemException of(Refusal refusal) {
        return problem(refusal).toException();
    }

    static Problem problem(Refusal refusal) {
        int status = status(refusal.getCode());
        Problem problem = Problem.of(status, refusal.getCode(), refusal.getDetail());
        if (status == 429) {
            problem = problem.retryAfterSeconds(TOO_MUCH_FOR_SECONDS);
        }
        if (!refusal.getSubjects().isEmpty()) {
            problem = problem.with("subjects", refusal.getSubjects());
        }
        return refusal.getSuggestion().isEmpty() ? problem : problem.with("suggestion", refusal.getSuggestion());
    }

    /** Of a reply that no command of this route leads to. */
    public static IllegalStateException unexpected(Object outcome) {
        return new IllegalStateException(
                "The log answered with " + outcome.getClass().getSimpleName());
    }

    private static int status(String code) {
        return switch (code) {
            case "refresh_reused", "session_ended" -> 401;
            case "not_your_event", "identity_required", "admission_required", "admission_invalid", "admission_ended" ->
                403;
            case "unknown_account",
                    "unknown_event",
                    "unknown_performance",
                    "unknown_seat",
                    "unknown_section",
                    "unknown_slot",
                    "unknown_reservation",
                    "unknown_order",
                    "unknown_ticket",
                    "not_in_queue",
                    "unknown_admission" -> 404;
            case "email_taken",
                    "wrong_status",
                    "seat_taken",
                    "not_enough_left",
                    "not_enough_together",
                    "companion_only",
                    "identity_differs",
                    "performance_cancelled",
                    "already_extended",
                    "ticket_limit",
                    "not_on_sale",
                    "sale_closed",
                    "reservation_ended",
                    "reservation_in_use",
                    "wrong_code",
                    "not_cancellable",
                    "ticket_cancelled",
                    "too_late",
                    "not_editable",
                    "edited_meanwhile",
                    "coupon_exists",
                    "guest_has_booked",
                    "no_waiting_room",
                    "not_open_yet",
                    "queue_closed",
                    "queue_draining",
                    "has_place",
                    "no_beacon",
                    "roster_not_frozen",
                    "beacon_known" -> 409;
            case "too_many_from_address", "too_many_from_device", "too_many_codes" -> 429;
            default -> 422;
        };
    }
}
