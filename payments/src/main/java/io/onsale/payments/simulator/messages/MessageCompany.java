package io.onsale.payments.simulator.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.payments.simulator.api.Call;
import io.onsale.payments.simulator.api.Company;
import io.onsale.payments.simulator.api.Reply;
import io.onsale.payments.simulator.api.Wrong;
import io.onsale.payments.simulator.journal.Journal;
import io.onsale.payments.simulator.work.Locks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The simulated provider's API: {@code POST /v1/messages {to, text}} and {@code GET /v1/messages?to=}, newest last. */
public final class MessageCompany implements Company {

    private static final String MESSAGES = "messages";
    private static final int KEPT = 20;
    private static final int MAX_TEXT = 1_000;

    private final Journal journal;
    private final Locks locks = new Locks();

    public MessageCompany(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Reply answer(Call call) {
        if (call.is("GET", MESSAGES)) {
            ObjectNode list = JsonNodeFactory.instance.objectNode();
            list.set(MESSAGES, sentTo(call.query().getOrDefault("to", "")));
            return new Reply(200, list);
        }
        if (call.is("POST", MESSAGES)) {
            return send(call);
        }
        throw Wrong.notFound();
    }

    private Reply send(Call call) {
        ObjectNode body = call.object();
        String to = Call.text(body, "to");
        String text = body.path("text").asText("");
        if (text.isBlank() || text.length() > MAX_TEXT) {
            throw Wrong.because(422, "invalid_field", "text has from 1 to " + MAX_TEXT + " characters");
        }
        String key = call.idempotencyKey().orElseGet(() -> UUID.randomUUID().toString());
        return locks.holding(to, () -> {
            JsonNode message = journal.find(request(key))
                    .map(data -> again(data.path("message"), to, text))
                    .orElseGet(() -> keep(to, text, key));
            return new Reply(201, JsonNodeFactory.instance.objectNode().set("message_id", message.path("message_id")));
        });
    }

    private static JsonNode again(JsonNode message, String to, String text) {
        if (!message.path("to").asText().equals(to)
                || !message.path("text").asText().equals(text)) {
            throw Wrong.because(409, "idempotency_conflict", "another message had this Idempotency-Key");
        }
        return message;
    }

    private JsonNode keep(String to, String text, String key) {
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("message_id", "msg_" + UUID.randomUUID())
                .put("to", to)
                .put("text", text)
                .put("at", Instant.now().toString());
        ArrayNode messages = sentTo(to).add(message);
        if (messages.size() > KEPT) {
            messages.remove(0);
        }
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("message", message);
        data.set(MESSAGES, messages);
        journal.append(List.of("m:" + to, request(key)), data);
        return message;
    }

    private ArrayNode sentTo(String to) {
        return journal.find("m:" + to)
                .map(data -> ((ArrayNode) data.path(MESSAGES)).deepCopy())
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }

    private static String request(String key) {
        return "mi:" + key;
    }
}
