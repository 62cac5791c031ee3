package io.onsale.edge.auth;

import io.javalin.http.Context;
import io.onsale.edge.http.Problem;
import io.onsale.schemas.inventory.Admission;

/** How a fan shows that the waiting room of an event has let them in. */
@FunctionalInterface
public interface AdmissionCheck {

    /** By which admission the caller holds places of this event; refused where there is none, or none that is theirs and true. */
    Admission require(Context ctx, Caller caller, String eventId);

    /** Nobody is let in anywhere. */
    static AdmissionCheck none() {
        return (ctx, caller, eventId) -> {
            throw Problem.of(
                            403,
                            "admission_required",
                            "This event has a waiting room; places are held by those who were let in.")
                    .toException();
        };
    }
}
