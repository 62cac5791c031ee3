package io.onsale.edge.reads;

import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.views.catalogue.CatalogueView;
import io.onsale.edge.views.catalogue.Listing;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.EventStatus;

/** Finds the event that a request is about, for those who may see it. */
final class Events {
    private final CatalogueView catalogue;
    private final Callers callers;

    Events(CatalogueView catalogue, Callers callers) {
        this.catalogue = catalogue;
        this.callers = callers;
    }

    /** The event of the path. */
    Listing inPath(Context ctx) {
        return visible(ctx, Params.id(ctx, "event_id"));
    }

    /** The event of an id: a draft is there for its organizer alone. */
    Listing visible(Context ctx, String eventId) {
        Listing listing = catalogue.find(eventId).orElseThrow(Events::unknown);
        if (listing.status() == EventStatus.DRAFT
                && !callers.optional(ctx)
                        .map(caller -> organizes(caller, listing))
                        .orElse(false)) {
            throw unknown();
        }
        return listing;
    }

    /** The event of the path, for whoever runs it: its organizer, or an operator. */
    Listing run(Context ctx, Caller caller) {
        Listing listing = inPath(ctx);
        if (caller.role() == Role.OPERATOR || organizes(caller, listing)) {
            return listing;
        }
        throw Problem.of(403, "not_your_event", "This event is another organizer's.")
                .toException();
    }

    static boolean organizes(Caller caller, Listing listing) {
        return caller.accountId().equals(listing.definition().getOrganizerId());
    }

    static ProblemException unknown() {
        return Problem.of(404, "unknown_event", "There is no such event.").toException();
    }
}
