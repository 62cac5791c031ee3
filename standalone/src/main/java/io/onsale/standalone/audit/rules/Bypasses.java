package io.onsale.standalone.audit.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds without an admission. Whether their events have waiting rooms, and since when, is known at the end. */
final class Bypasses {

    private record Hold(String id, Instant at) {}

    private final Map<String, List<Hold>> holds = new HashMap<>();
    private final Map<String, Instant> opened = new HashMap<>();

    void hold(String event, String hold, Instant at) {
        holds.computeIfAbsent(event, id -> new ArrayList<>()).add(new Hold(hold, at));
    }

    /** From here on whoever holds something of this event needs an admission. */
    void opened(String event, Instant at) {
        opened.putIfAbsent(event, at);
    }

    List<Finding> findings(Check check) {
        return opened.entrySet().stream()
                .flatMap(room -> findings(check, room.getKey(), room.getValue()))
                .toList();
    }

    private Stream<Finding> findings(Check check, String event, Instant since) {
        return holds.getOrDefault(event, List.of()).stream()
                .filter(hold -> !hold.at().isBefore(since))
                .map(hold -> Finding.without(
                        check,
                        "seats are held without an admission where there is a waiting room",
                        Ids.of(Ids.EVENT, event, Ids.HOLD, hold.id())));
    }
}
