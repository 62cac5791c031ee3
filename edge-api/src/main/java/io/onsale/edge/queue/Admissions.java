package io.onsale.edge.queue;

import io.javalin.http.Context;
import io.onsale.edge.auth.AdmissionCheck;
import io.onsale.edge.auth.AdmissionTokens;
import io.onsale.edge.auth.AdmissionTokens.Admitted;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.views.queue.QueueView;
import io.onsale.schemas.inventory.Admission;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Lets those hold places whom the waiting room has let in, by their admission tokens. */
public final class Admissions implements AdmissionCheck {
    private static final String HEADER = "X-Admission-Token";

    private final AdmissionTokens tokens;
    private final QueueView view;
    private final Clock clock;

    public Admissions(AdmissionTokens tokens, QueueView view, Clock clock) {
        this.tokens = tokens;
        this.view = view;
        this.clock = clock;
    }

    @Override
    public Admission require(Context ctx, Caller caller, String eventId) {
        @Nullable String token = ctx.req().getHeader(HEADER);
        if (token == null) {
            return AdmissionCheck.none().require(ctx, caller, eventId);
        }
        Admitted admitted = tokens.verify(token).orElseThrow(Admissions::invalid);
        boolean theirs = admitted.eventId().equals(eventId) && admitted.fanId().equals(caller.accountId());
        if (!theirs || isOver(admitted)) {
            throw invalid();
        }
        return new Admission(admitted.admissionId(), admitted.expiresAt());
    }

    /** By this clock, unless the log says otherwise: a clock that is wrong keeps nobody from shopping, and inventory judges by the log's. */
    private boolean isOver(Admitted admitted) {
        return !admitted.expiresAt().isAfter(clock.instant())
                && !view.room(admitted.eventId())
                        .filter(room -> room.shops(admitted.admissionId(), sequence(admitted.admissionId())))
                        .isPresent();
    }

    /** The place that an admission's id ends with. */
    private static long sequence(String admissionId) {
        return Long.parseLong(admissionId.substring(admissionId.lastIndexOf('.') + 1));
    }

    private static ProblemException invalid() {
        return Problem.of(
                        403,
                        "admission_invalid",
                        "This admission token is not the caller's for this event, or not good any more.")
                .toException();
    }
}
