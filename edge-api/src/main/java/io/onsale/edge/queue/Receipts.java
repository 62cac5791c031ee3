package io.onsale.edge.queue;

import io.onsale.edge.auth.AdmissionTokens;
import io.onsale.edge.views.queue.DrawFacts;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.schemas.Buffers;
import io.onsale.schemas.admission.JoinedPlace;
import io.onsale.waiting.Hash;
import io.onsale.waiting.InclusionProof;
import io.onsale.waiting.Leaf;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a fan gets to hold against whoever runs the draw. */
final class Receipts {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final AdmissionTokens tokens;

    Receipts(AdmissionTokens tokens) {
        this.tokens = tokens;
    }

    /** That a place was given, under this commitment and on these terms. */
    Map<String, @Nullable Object> of(QueueRoom room, long sequence, byte[] pseudonym, Instant joinedAt) {
        DrawFacts draw = room.draw();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("event_id", room.eventId());
        facts.put("pseudonym", BASE64.encodeToString(pseudonym));
        facts.put("sequence", sequence);
        facts.put("joined_at", joinedAt.toString());
        facts.put("commitment", draw.commitment().hex());
        facts.put("terms", DrawJson.terms(room.terms(), draw.policy()));
        Map<String, @Nullable Object> receipt = new LinkedHashMap<>(facts);
        receipt.put("token", tokens.receipt(facts));
        return receipt;
    }

    /** That a place was just given. */
    Map<String, @Nullable Object> of(QueueRoom room, JoinedPlace place) {
        return of(room, place.getSequence(), Buffers.bytes(place.getPseudonym()), place.getJoinedAt());
    }

    /** The same, and, once that is final, that the place takes part in the draw. */
    Map<String, @Nullable Object> withProof(QueueRoom room, long sequence, byte[] pseudonym, Instant joinedAt) {
        Map<String, @Nullable Object> receipt = of(room, sequence, pseudonym, joinedAt);
        receipt.put("leaf", room.leaf(sequence).map(Leaf::line).orElse(null));
        receipt.put("proof", room.proof(sequence).map(Receipts::json).orElse(null));
        return receipt;
    }

    private static Map<String, Object> json(InclusionProof proof) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("index", proof.index());
        json.put("size", proof.size());
        json.put("path", proof.path().stream().map(Hash::hex).toList());
        return json;
    }
}
