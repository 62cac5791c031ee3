package io.onsale.standalone.audit.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.standalone.audit.rules.Check;
import io.onsale.standalone.audit.rules.Finding;
import io.onsale.standalone.audit.rules.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same idempotency key always had the same answer.
 *
 * <p>Counted are answers that say what became of the request. A time-out, an overload or "still in flight" says nothing of it.
 */
final class SameAnswers {

    private static final Set<Integer> REFUSED = Set.of(403, 404, 409, 422);
    private static final Set<String> UNDECIDED = Set.of("request_in_flight", "idempotency_conflict");

    private static final List<String> ON_THE_WAY = List.of("status", "total");

    /** Who asked, for what, under which key. */
    private record Scope(String fan, String route, String event, String key) {}

    private final Map<Scope, Answer> first = new HashMap<>();

    /** What the next answer shows to be broken. */
    List<Finding> see(Answer answer) {
        if (answer.idempotencyKey().isEmpty() || !decided(answer)) {
            return List.of();
        }
        Scope scope = new Scope(answer.fan(), answer.route(), answer.eventId(), answer.idempotencyKey());
        Answer before = first.putIfAbsent(scope, answer);
        List<Finding> findings = new ArrayList<>();
        if (before == null) {
            return findings;
        }
        if (!before.digest().equals(answer.digest())) {
            findings.add(about(answer, "a key was accepted again for another body"));
        } else if (before.status() != answer.status() || !lasting(before).equals(lasting(answer))) {
            findings.add(about(
                    answer,
                    "a key had two answers: %d %s and %d %s"
                            .formatted(before.status(), before.told(), answer.status(), answer.told())));
        }
        return findings;
    }

    /** An order goes on between two answers to it: what was told of its way there may differ. */
    private static JsonNode lasting(Answer answer) {
        return answer.route().equals(Routes.ORDER) && answer.told() instanceof ObjectNode told
                ? told.deepCopy().remove(ON_THE_WAY)
                : answer.told();
    }

    private static boolean decided(Answer answer) {
        return answer.accepted() || (REFUSED.contains(answer.status()) && !UNDECIDED.contains(answer.told("code")));
    }

    private static Finding about(Answer answer, String what) {
        return Finding.without(
                Check.ANSWERS,
                what,
                Ids.of(
                        "idempotency_key",
                        answer.idempotencyKey(),
                        Ids.FAN,
                        answer.fan(),
                        "route",
                        answer.route(),
                        Ids.EVENT,
                        answer.eventId()));
    }
}
