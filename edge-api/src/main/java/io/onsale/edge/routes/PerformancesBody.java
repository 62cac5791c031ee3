package io.onsale.edge.routes;

import io.onsale.edge.http.Fields;
import io.onsale.edge.log.Ids;
import io.onsale.schemas.bounds.EventBounds;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The performances of an event as an organizer posts them. */
final class PerformancesBody {

    private PerformancesBody() {}

    static List<Performance> read(Fields body) {
        return body.objects("performances", 1, EventBounds.MOST_PERFORMANCES).stream()
                .map(each -> fresh(each, each.instant("starts_at")))
                .toList();
    }

    /** Those that are named by their ids stay who they are, with what is said of them changed; the others are new. */
    static List<Performance> change(Fields body, List<Performance> now) {
        return body.objects("performances", 1, EventBounds.MOST_PERFORMANCES).stream()
                .map(each -> each.optionalText("performance_id", EventBounds.NAME_LENGTH)
                        .map(id -> changed(each, known(each, id, now)))
                        .orElseGet(() -> fresh(each, each.instant("starts_at"))))
                .toList();
    }

    private static Performance fresh(Fields body, Instant startsAt) {
        return new Performance(
                Ids.next(),
                startsAt,
                body.optionalText("label", EventBounds.NAME_LENGTH).orElse(""),
                (int) body.number("round", 1, EventBounds.MOST_ROUNDS, 1),
                PerformanceStatus.SCHEDULED);
    }

    private static Performance changed(Fields body, Performance now) {
        Performance.Builder changed = Performance.newBuilder(now);
        body.optionalInstant("starts_at").ifPresent(changed::setStartsAt);
        body.optionalText("label", EventBounds.NAME_LENGTH).ifPresent(changed::setLabel);
        changed.setRound((int) body.number("round", 1, EventBounds.MOST_ROUNDS, now.getRound()));
        return changed.build();
    }

    private static Performance known(Fields body, String id, List<Performance> now) {
        Optional<Performance> known = now.stream()
                .filter(performance -> performance.getPerformanceId().equals(id))
                .findFirst();
        return known.orElseThrow(() ->
                body.invalid("performance_id", "has to be one of this event's, or left out of a new performance"));
    }
}
