package io.onsale.payments.simulator.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.payments.simulator.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Payments in the journal: by id, by reference, and by the idempotency key of each request that changed one. */
final class Ledger {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String PAYMENT = "payment";
    private static final String REQUEST = "request";
    private static final String WEBHOOK = "webhook";
    private static final String DELIVERED = "delivered";

    private final Journal journal;

    /**
     * A request that was done, and what it came to.
     *
     * @param digest tells it from any other
     */
    record Done(String digest, int status, Optional<String> refundId, Held payment) {}

    /** Something that a webhook tells. */
    record Note(String id, String body) {}

    Ledger(Journal journal) {
        this.journal = journal;
    }

    Optional<Held> byId(String paymentId) {
        return journal.find("p:" + paymentId).map(Ledger::payment);
    }

    Optional<Held> byReference(String reference) {
        return journal.find("r:" + reference).map(Ledger::payment);
    }

    Optional<Done> byIdempotencyKey(String key) {
        return journal.find("i:" + key).map(data -> {
            JsonNode request = data.path(REQUEST);
            return new Done(
                    request.path("digest").asText(),
                    request.path("status").asInt(),
                    Optional.ofNullable(request.path("refund_id").textValue()),
                    payment(data));
        });
    }

    /** Returns when the payment, the request that changed it and what is to be told of it are durable, all or nothing. */
    void keep(Held payment, Optional<String> idempotencyKey, Optional<Done> request, Optional<Note> note) {
        List<String> keys = new ArrayList<>(List.of("p:" + payment.paymentId(), "r:" + payment.reference()));
        idempotencyKey.ifPresent(key -> keys.add("i:" + key));
        ObjectNode data = JSON.createObjectNode();
        data.set(PAYMENT, JSON.valueToTree(payment));
        request.ifPresent(done -> {
            ObjectNode node =
                    data.putObject(REQUEST).put("digest", done.digest()).put("status", done.status());
            done.refundId().ifPresent(id -> node.put("refund_id", id));
        });
        note.ifPresent(it -> data.putObject(WEBHOOK).put("id", it.id()).put("body", it.body()));
        journal.append(keys, data);
    }

    void delivered(Note note) {
        journal.append(List.of(), JSON.createObjectNode().put(DELIVERED, note.id()));
    }

    static Optional<Note> note(JsonNode data) {
        JsonNode webhook = data.path(WEBHOOK);
        return webhook.isObject()
                ? Optional.of(new Note(
                        webhook.path("id").asText(), webhook.path("body").asText()))
                : Optional.empty();
    }

    static Optional<String> deliveredNote(JsonNode data) {
        return Optional.ofNullable(data.path(DELIVERED).textValue());
    }

    static Optional<Held> heldIn(JsonNode data) {
        return data.has(PAYMENT) ? Optional.of(payment(data)) : Optional.empty();
    }

    private static Held payment(JsonNode data) {
        try {
            return JSON.treeToValue(data.path(PAYMENT), Held.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the journal has a payment that cannot be read", e);
        }
    }
}
