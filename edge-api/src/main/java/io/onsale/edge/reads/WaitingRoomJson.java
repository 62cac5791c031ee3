package io.onsale.edge.reads;

import io.onsale.schemas.catalogue.Beacon;
import io.onsale.schemas.catalogue.WaitingRoom;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An event's waiting room as clients see it; how many may join from one place is not for everybody to know. */
final class WaitingRoomJson {
    private WaitingRoomJson() {}

    static Map<String, Object> of(WaitingRoom room) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("enabled", true);
        json.put("opens_at", room.getOpensAt().toString());
        json.put("max_concurrent", room.getMaxConcurrent());
        json.put("admit_per_second", room.getAdmitPerSecond());
        json.put("policy", room.getPolicy());
        Beacon beacon = room.getBeacon();
        if (beacon != null) {
            json.put("beacon", beacon(beacon));
        }
        json.put("arrive_within_seconds", room.getArriveWithinSeconds());
        json.put("challenge", room.getChallenge().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static Map<String, Object> beacon(Beacon beacon) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", beacon.getSource());
        json.put("round", beacon.getRound());
        if (beacon.getDueAt() != null) {
            json.put("due_at", beacon.getDueAt().toString());
        }
        return json;
    }
}
