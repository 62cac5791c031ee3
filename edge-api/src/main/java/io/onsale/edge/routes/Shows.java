package io.onsale.edge.routes;

import io.onsale.edge.auth.Caller;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.http.Version;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.EventDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the routes that write need to know of events that are in view. */
public interface Shows {

    /** Waits until seats of this event can be held, and answers the version from which on they can; nothing where that takes too long. */
    Optional<Version> awaitOpen(String eventId, Duration patience);

    /** What an event is like now; nothing where it is not in view. */
    Optional<EventDefinition> definition(String eventId);

    /** What is special about a seat, by its section, row and number; nothing where its event is not in view. */
    default List<String> attributes(String eventId, String section, String row, int number) {
        return definition(eventId)
                .map(event -> attributes(event, section, row, number))
                .orElse(List.of());
    }

    /** What is special about a seat of an event. */
    static List<String> attributes(EventDefinition event, String section, String row, int number) {
        String seat = row + "-" + number;
        return event.getSections().stream()
                .filter(each -> each.getName().equals(section))
                .flatMap(each -> new TreeMap<>(each.getSeatAttributes()).entrySet().stream())
                .filter(attribute -> attribute.getValue().contains(seat))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** True where anybody may know of this event. */
    boolean isPublic(String eventId);

    /** An event, for whoever runs it: its organizer, or an operator. Of somebody else's draft nobody learns that it is there. */
    default EventDefinition run(Caller caller, String eventId) {
        EventDefinition event = definition(EventIds.require(eventId)).orElseThrow(Shows::unknown);
        if (caller.role() == Role.OPERATOR || event.getOrganizerId().equals(caller.accountId())) {
            return event;
        }
        throw isPublic(eventId)
                ? Problem.of(403, "not_your_event", "This event is another organizer's.")
                        .toException()
                : unknown();
    }

    private static ProblemException unknown() {
        return Problem.of(404, "unknown_event", "There is no such event.").toException();
    }
}
