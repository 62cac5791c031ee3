package io.onsale.edge.queue;

import io.javalin.http.Context;
import io.onsale.edge.auth.AdmissionCheck;
import io.onsale.edge.auth.AdmissionTokens;
import io.onsale.edge.auth.AdmissionTokens.Admitted;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.views.queue.QueueView;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.inventory.Admission;
import org.jspecify.annotations.Nullable;

/** Lets those hold places whom the waiting room has let in, by their admission tokens. */
public final class Admissions implements AdmissionCheck {
    private static final String HEADER = "X-Admission-Token";

    private final AdmissionTokens tokens;
    private final QueueView rooms;

    /** Whether a line is closed is seen in this view, and only said: the log lets nobody hold without an admission anyway. */
    public Admissions(AdmissionTokens tokens, QueueView rooms) {
        this.tokens = tokens;
        this.rooms = rooms;
    }

    @Override
    public Admission require(Context ctx, Caller caller, String eventId) {
        @Nullable String token = ctx.req().getHeader(HEADER);
        if (token == null) {
            refuseWhereClosed(eventId);
            return AdmissionCheck.none().require(ctx, caller, eventId);
        }
        Admitted admitted = tokens.verify(token).orElseThrow(Admissions::invalid);
        if (!admitted.eventId().equals(eventId) || !admitted.fanId().equals(caller.accountId())) {
            throw invalid();
        }
        // Whether it is over is judged by the log's time, after a request that is only repeated has had its answer
        // again.
        return new Admission(admitted.admissionId(), admitted.expiresAt());
    }

    /** Whoever is not let in would else be sent to a line that lets nobody in. */
    private void refuseWhereClosed(String eventId) {
        boolean closed = rooms.room(eventId)
                .filter(room -> room.control().state() == RoomState.CLOSED)
                .isPresent();
        if (closed) {
            throw Problem.of(
                            409,
                            "queue_closed",
                            "The line of this event is closed and lets nobody in any more, and its places are held by those alone who are in. If you are,"
                                    + " send the token of your admission; if not, look for another event.")
                    .toException();
        }
    }

    private static ProblemException invalid() {
        return Problem.of(403, "admission_invalid", "This admission token is not the caller's for this event.")
                .toException();
    }
}
