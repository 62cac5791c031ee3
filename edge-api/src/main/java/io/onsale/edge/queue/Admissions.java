package io.onsale.edge.queue;

import io.javalin.http.Context;
import io.onsale.edge.auth.AdmissionCheck;
import io.onsale.edge.auth.AdmissionTokens;
import io.onsale.edge.auth.AdmissionTokens.Admitted;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.schemas.inventory.Admission;
import org.jspecify.annotations.Nullable;

/** Lets those hold places whom the waiting room has let in, by their admission tokens. */
public final class Admissions implements AdmissionCheck {
    private static final String HEADER = "X-Admission-Token";

    private final AdmissionTokens tokens;

    public Admissions(AdmissionTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Admission require(Context ctx, Caller caller, String eventId) {
        @Nullable String token = ctx.req().getHeader(HEADER);
        if (token == null) {
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

    private static ProblemException invalid() {
        return Problem.of(403, "admission_invalid", "This admission token is not the caller's for this event.")
                .toException();
    }
}
