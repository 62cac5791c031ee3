package io.onsale.standalone.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.standalone.audit.answers.Answer;
import io.onsale.standalone.audit.answers.AnswerFile;
import io.onsale.standalone.audit.answers.Routes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the tests' clients were told, for the audit. */
final class Journal {

    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

    void signedUp(Reply reply) {
        keep("", Routes.SIGN_UP, "", "", "", reply, fields(reply, "user_id"));
    }

    void created(Person who, Reply reply) {
        keep(who.id(), Routes.CREATE_EVENT, "", "", "", reply, fields(reply, "event_id"));
    }

    void published(Person who, String eventId, Reply reply) {
        keep(who.id(), Routes.PUBLISH_EVENT, eventId, "", "", reply, fields(reply));
    }

    void reserved(Person who, String eventId, String key, String body, Reply reply) {
        ObjectNode told = fields(reply, "reservation_id", "expires_at");
        ArrayNode seats = told.putArray("seats");
        reply.body()
                .path("seats")
                .forEach(seat -> seats.add(seat.path("seat_id").asText()));
        JsonNode price = reply.body().path("price");
        told.put("total", price.path("total").asLong());
        told.set("currency", price.path("currency"));
        keep(who.id(), Routes.RESERVE, eventId, key, body, reply, told);
    }

    void released(Person who, String reservation, Reply reply) {
        ObjectNode told = fields(reply).put("reservation_id", reservation);
        keep(who.id(), Routes.RELEASE, "", "", "", reply, told);
    }

    private void keep(String who, String route, String event, String key, String body, Reply reply, ObjectNode told) {
        JsonNode kept = reply.status() < 300 ? told : fields(reply, "code");
        answers.add(new Answer(Instant.now().toString(), who, route, event, key, body, reply.status(), kept));
    }

    private static ObjectNode fields(Reply reply, String... names) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            told.set(name, reply.body().path(name));
        }
        return told;
    }

    /** Writes everything down, as a client's journal is. */
    Path in(Path folder) {
        try {
            Path file = folder.resolve("answers.jsonl");
            return Files.write(file, answers.stream().map(AnswerFile::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
