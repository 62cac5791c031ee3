package io.onsale.edge.routes;

import io.onsale.edge.http.Fields;
import io.onsale.schemas.bounds.EventBounds;
import io.onsale.schemas.catalogue.CancellationPolicy;
import io.onsale.schemas.catalogue.FeeStep;
import io.onsale.schemas.catalogue.SeatReturn;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Until when and at what fee fans may cancel, as an organizer posts it. */
final class CancellationBody {

    private static final int MAX_WORD = 64;
    private static final int NIGHT_FROM = 120;
    private static final int NIGHT_UNTIL = 300;

    private CancellationBody() {}

    static Optional<CancellationPolicy> read(Fields body) {
        return body.optionalObject("cancellation").map(CancellationBody::policy);
    }

    private static CancellationPolicy policy(Fields body) {
        int from = (int) body.number("night_from", 0, EventBounds.LAST_MINUTE, NIGHT_FROM);
        int until = (int) body.number("night_until", 0, EventBounds.LAST_MINUTE, NIGHT_UNTIL);
        if (from == until) {
            throw body.invalid("night_until", "has to be another minute than night_from");
        }
        return new CancellationPolicy(
                (int) body.number("cut_off_hours", 0, EventBounds.LATEST_CUT_OFF_HOURS, 0),
                fees(body),
                returns(body),
                from,
                until,
                zone(body));
    }

    private static List<FeeStep> fees(Fields body) {
        if (!body.has("fees")) {
            return List.of();
        }
        List<FeeStep> steps = body.objects("fees", 0, EventBounds.MOST_FEE_STEPS).stream()
                .map(step -> new FeeStep((int) step.number("days_before", 0, EventBounds.MOST_DAYS_BEFORE), (int)
                        step.number("percent", 0, EventBounds.HIGHEST_FEE_PERCENT)))
                .toList();
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).getDaysBefore() >= steps.get(i - 1).getDaysBefore()) {
                throw body.invalid("fees", "have to go from many days before to few");
            }
            if (steps.get(i).getPercent() < steps.get(i - 1).getPercent()) {
                throw body.invalid("fees", "must not fall as the performance comes near");
            }
        }
        return steps;
    }

    private static SeatReturn returns(Fields body) {
        String word = body.optionalText("returns", MAX_WORD).orElse("at_once");
        return switch (word) {
            case "at_once" -> SeatReturn.AT_ONCE;
            case "night_batch" -> SeatReturn.NIGHT_BATCH;
            default -> throw body.invalid("returns", "has to be at_once or night_batch");
        };
    }

    private static String zone(Fields body) {
        String zone = body.optionalText("zone", MAX_WORD).orElse("UTC");
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            throw body.invalid("zone", "has to be a time zone such as Asia/Seoul");
        }
    }
}
