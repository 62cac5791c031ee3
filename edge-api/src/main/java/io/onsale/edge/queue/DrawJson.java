package io.onsale.edge.queue;

import io.onsale.edge.views.queue.DrawFacts;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.schemas.Buffers;
import io.onsale.schemas.admission.Room;
import io.onsale.schemas.catalogue.Beacon;
import io.onsale.waiting.BeaconRound;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Move;
import io.onsale.waiting.Policy;
import io.onsale.waiting.PublishedDraw;
import io.onsale.waiting.RoomPhase;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A draw as it is published; docs/draw.md says what each member is. */
final class DrawJson {
    private DrawJson() {}

    static Map<String, @Nullable Object> of(QueueRoom room, DrawFacts facts, RoomPhase phase) {
        Room terms = room.terms();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("event_id", room.eventId());
        json.put("phase", phase.word());
        json.put("algorithm", PublishedDraw.ALGORITHM);
        json.put("draws_at", terms.getDrawsAt().toString());
        json.put("policy", policy(facts.policy()));
        json.put("commitment", facts.commitment().hex());
        json.put("beacon", beacon(terms, facts));
        json.put("roster_root", facts.rosterRoot().map(Hash::hex).orElse(null));
        json.put("roster_size", facts.rosterRoot().isPresent() ? facts.rosterSize() : null);
        json.put("seed", facts.seed().map(Hash::hex).orElse(null));
        json.put("order_hash", facts.orderHash().map(Hash::hex).orElse(null));
        json.put("moved", facts.rosterRoot().isPresent() ? facts.moved() : null);
        return json;
    }

    static Map<String, Object> move(Move move) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("moved", move.sequence());
        json.put("at", move.at().toString());
        json.put("suspicion", move.suspicion());
        json.put("by", move.by());
        return json;
    }

    private static Map<String, Object> policy(Policy policy) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", policy.version());
        json.put("platinum", policy.platinum());
        json.put("gold", policy.gold());
        json.put("per_purchase", policy.perPurchase());
        json.put("earliness_most", policy.earlinessMost());
        json.put("suspicion_above", policy.suspicionAbove());
        json.put("suspicion_penalty", policy.suspicionPenalty());
        return json;
    }

    /** What a receipt promises, in the same members. */
    static Map<String, @Nullable Object> terms(Room terms, Policy policy) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("draws_at", terms.getDrawsAt().toString());
        json.put("policy", policy(policy));
        json.put("beacon", round(terms.getBeacon()));
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> beacon(Room terms, DrawFacts facts) {
        Map<String, @Nullable Object> json = round(terms.getBeacon());
        if (json != null) {
            json.put("value", facts.beacon().map(DrawJson::value).orElse(null));
        }
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> round(@Nullable Beacon beacon) {
        if (beacon == null) {
            return null;
        }
        Instant due = beacon.getDueAt();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("source", beacon.getSource());
        json.put("round", beacon.getRound());
        json.put("due_at", due == null ? null : due.toString());
        json.put("value_is", BeaconRound.VALUE);
        return json;
    }

    private static String value(io.onsale.schemas.admission.BeaconPublished published) {
        return HexFormat.of().formatHex(Buffers.bytes(published.getValue()));
    }
}
