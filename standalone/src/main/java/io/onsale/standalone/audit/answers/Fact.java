package io.onsale.standalone.audit.answers;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.accounts.AccountOpened;
import io.onsale.schemas.admission.AdmissionEnded;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.FanArrived;
import io.onsale.schemas.admission.FanLeft;
import io.onsale.schemas.admission.FansJoined;
import io.onsale.schemas.catalogue.CatalogueEvent;
import io.onsale.schemas.catalogue.EventDrafted;
import io.onsale.schemas.catalogue.EventPublished;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.journeys.JourneyEvent;
import io.onsale.schemas.journeys.StepReached;
import io.onsale.standalone.audit.rules.Logged;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Something an accepted answer promises and an event states: an event's name and the ids by which to find it. */
record Fact(String event, String id) {

    /** What the log must state if this was answered. */
    static List<Fact> promisedBy(Answer answer) {
        if (!answer.accepted()) {
            return List.of();
        }
        return switch (answer.route()) {
            case Routes.SIGN_UP -> List.of(new Fact("AccountOpened", answer.told("user_id")));
            case Routes.CREATE_EVENT -> List.of(new Fact("EventDrafted", answer.told("event_id")));
            case Routes.PUBLISH_EVENT -> List.of(new Fact("EventPublished", answer.eventId()));
            case Routes.JOIN -> List.of(joined(answer.eventId(), answer.told("sequence"), answer.fan()));
            case Routes.ARRIVE -> List.of(new Fact("FanArrived", answer.told("admission_id")));
            case Routes.LEAVE -> List.of(left(answer.eventId(), answer.told("sequence")));
            case Routes.RESERVE -> List.of(new Fact("SeatsHeld", answer.told("reservation_id")));
            case Routes.RELEASE -> List.of(new Fact("HoldReleased", answer.told("reservation_id")));
            case Routes.ORDER, Routes.VERIFY -> order(answer);
            case Routes.TELEMETRY ->
                StreamSupport.stream(answer.told().path("steps").spliterator(), false)
                        .map(JsonNode::asText)
                        .map(step -> step(answer.told("session"), step))
                        .toList();
            default -> List.of();
        };
    }

    /** What a record states that an answer may have promised. */
    static List<Fact> statedBy(Logged logged) {
        Object body = body(logged);
        if (body instanceof FansJoined joined) {
            return joined.getPlaces().stream()
                    .map(place -> joined(logged.key(), Long.toString(place.getSequence()), place.getFanId()))
                    .toList();
        }
        return Optional.ofNullable(
                        switch (body) {
                            case AccountOpened opened -> new Fact("AccountOpened", opened.getAccountId());
                            case EventDrafted drafted -> new Fact("EventDrafted", logged.key());
                            case EventPublished published -> new Fact("EventPublished", logged.key());
                            case SeatsHeld held -> new Fact("SeatsHeld", held.getHoldId());
                            case HoldReleased released -> new Fact("HoldReleased", released.getHoldId());
                            case OrderPlaced placed -> new Fact("OrderPlaced", placed.getOrderId());
                            case OrderConfirmed confirmed -> new Fact("OrderConfirmed", confirmed.getOrderId());
                            case StepReached reached ->
                                step(reached.getSessionId(), reached.getStep().name());
                            case FanArrived arrived -> new Fact("FanArrived", arrived.getAdmissionId());
                            case FanLeft left -> left(logged.key(), Long.toString(left.getSequence()));
                            case AdmissionEnded ended -> left(logged.key(), Long.toString(ended.getSequence()));
                            default -> null;
                        })
                .stream()
                .toList();
    }

    static Object body(Logged logged) {
        return switch (logged.value()) {
            case AccountEvent event -> event.getBody();
            case CatalogueEvent event -> event.getBody();
            case InventoryEvent event -> event.getBody();
            case CheckoutEvent event -> event.getBody();
            case AdmissionEvent event -> event.getBody();
            case JourneyEvent event -> event.getBody();
            default -> logged.value();
        };
    }

    private static Fact joined(String eventId, String sequence, String fan) {
        return new Fact("FansJoined", eventId + "." + sequence + " of " + fan);
    }

    /** However it came to be: leaving what is over is no mistake. */
    private static Fact left(String eventId, String sequence) {
        return new Fact("FanLeft", eventId + "." + sequence);
    }

    private static List<Fact> order(Answer answer) {
        Fact placed = new Fact("OrderPlaced", answer.told("order_id"));
        return answer.told("status").equals("confirmed")
                ? List.of(placed, new Fact("OrderConfirmed", answer.told("order_id")))
                : List.of(placed);
    }

    private static Fact step(String session, String step) {
        return new Fact("StepReached", session + " " + step.toLowerCase(Locale.ROOT));
    }
}
