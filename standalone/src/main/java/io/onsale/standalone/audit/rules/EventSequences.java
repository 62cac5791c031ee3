package io.onsale.standalone.audit.rules;

import io.onsale.schemas.accounts.AccountEvent;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.catalogue.CatalogueEvent;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.journeys.JourneyEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every key's events count up from one, so that none is missing and none stands twice.
 *
 * <p>A session's may begin anew: journeys forgets a session thirty days after its last step.
 */
public final class EventSequences implements Rule {

    private static final Duration SESSION_REMEMBERED = Duration.ofDays(30);

    private record Key(String topic, String key) {}

    private final Map<Key, EventEnvelope> last = new HashMap<>();
    private long checked;

    /** What an event of any domain carries; empty for other records. */
    public static Optional<EventEnvelope> envelope(Logged logged) {
        return switch (logged.value()) {
            case AccountEvent event -> Optional.of(event.getEnvelope());
            case CatalogueEvent event -> Optional.of(event.getEnvelope());
            case InventoryEvent event -> Optional.of(event.getEnvelope());
            case CheckoutEvent event -> Optional.of(event.getEnvelope());
            case AdmissionEvent event -> Optional.of(event.getEnvelope());
            case JourneyEvent event -> Optional.of(event.getEnvelope());
            default -> Optional.empty();
        };
    }

    @Override
    public Check check() {
        return Check.SEQUENCES;
    }

    @Override
    public List<Finding> see(Logged logged) {
        return envelope(logged).map(envelope -> see(logged, envelope)).orElse(List.of());
    }

    private List<Finding> see(Logged logged, EventEnvelope envelope) {
        checked++;
        EventEnvelope previous = last.put(new Key(logged.place().topic(), logged.key()), envelope);
        long expected = previous == null || begunAnew(logged, previous, envelope) ? 1 : previous.getSequence() + 1;
        if (envelope.getSequence() == expected) {
            return List.of();
        }
        String what = envelope.getSequence() < expected ? "an event stands twice" : "events are missing";
        return List.of(Finding.at(
                logged,
                check(),
                "%s: number %d where %d was due".formatted(what, envelope.getSequence(), expected),
                Ids.of("key", logged.key(), "id", envelope.getId())));
    }

    private static boolean begunAnew(Logged logged, EventEnvelope previous, EventEnvelope next) {
        return logged.value() instanceof JourneyEvent
                && !next.getAt().isBefore(previous.getAt().plus(SESSION_REMEMBERED));
    }

    @Override
    public List<Finding> end(Instant now) {
        return List.of();
    }

    @Override
    public long checked() {
        return checked;
    }
}
