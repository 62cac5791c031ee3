package io.onsale.standalone.audit.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is held with each admission. */
final class OpenHolds {

    private final Map<String, String> admissions = new HashMap<>();
    private final Map<String, Set<String>> holds = new HashMap<>();

    void hold(String admission, String hold) {
        admissions.put(hold, admission);
        holds.computeIfAbsent(admission, id -> new TreeSet<>()).add(hold);
    }

    /** A hold was given back, ran out, or belongs to an order. */
    void end(String hold) {
        String admission = admissions.remove(hold);
        if (admission != null) {
            holds.computeIfPresent(admission, (id, open) -> open.remove(hold) && open.isEmpty() ? null : open);
        }
    }

    /** What is still held with an admission; it is told once. */
    Set<String> take(String admission) {
        Set<String> left = holds.getOrDefault(admission, Set.of());
        holds.remove(admission);
        left.forEach(admissions::remove);
        return left;
    }
}
