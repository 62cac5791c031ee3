package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One edge as its clients call it; what it answers to writes goes into the journal. */
final class EdgeApi {

    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI edge;
    private final Journal journal;

    EdgeApi(URI edge, Journal journal) {
        this.edge = edge;
        this.journal = journal;
    }

    URI at(String path) {
        return edge.resolve(path);
    }

    Reply get(String path, Map<String, String> headers) {
        return send("GET", path, "", headers);
    }

    Reply get(String path, Person who) {
        return get(path, bearer(who));
    }

    Reply get(String path) {
        return get(path, Map.of());
    }

    Reply post(String path, String body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    Reply post(String path, String body) {
        return post(path, body, Map.of());
    }

    Reply signUp(String email, String password, String name, String role) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("email", email)
                .put("password", password)
                .put("name", name)
                .put("role", role)
                .toString();
        Reply reply = post("/api/auth/signup", body);
        journal.signedUp(reply);
        return reply;
    }

    Person organizer() {
        Reply reply =
                signUp(UUID.randomUUID() + "@example.com", UUID.randomUUID().toString(), "An organizer", "organizer");
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return new Person(reply.text("user_id"), reply.text("access_token"));
    }

    /** A published event with so many seats in each section. */
    Show show(Person organizer, int seatsPerSection, int holdSeconds) {
        return show(organizer, Show.definition(seatsPerSection, holdSeconds));
    }

    /** A published event as it is defined. */
    Show show(Person organizer, ObjectNode definition) {
        Reply created = post(
                "/api/events",
                definition.toString(),
                keyed(organizer, UUID.randomUUID().toString()));
        journal.created(organizer, created);
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        String eventId = created.text("event_id");
        Reply published = post("/api/events/" + eventId + "/publish", "", bearer(organizer));
        journal.published(organizer, eventId, published);
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        return new Show(eventId, published.version());
    }

    Reply hold(Person who, Show show, List<String> seats, String key) {
        String body = show.hold(seats);
        Reply reply = post("/api/tickets/reserve", body, keyed(who, key));
        journal.reserved(who, show.eventId(), key, body, reply);
        return reply;
    }

    Reply hold(Person who, Show show, String... seats) {
        return hold(who, show, List.of(seats), UUID.randomUUID().toString());
    }

    Reply release(Person who, String reservation) {
        Reply reply = send("DELETE", "/api/reservations/" + reservation, "", bearer(who));
        journal.released(who, reservation, reply);
        return reply;
    }

    /** A seat's status, as of a version where one is given, else as of the opening. */
    String seat(Show show, String seat, String version) {
        Reply map = get(
                "/api/events/" + show.eventId() + "/seats",
                Map.of("X-Onsale-Version", version.isEmpty() ? show.version() : version));
        for (var each : map.body().path("seats")) {
            if (each.path("seat_id").asText().equals(seat)) {
                return each.path("status").asText();
            }
        }
        throw new AssertionError("no seat " + seat + " in " + map.summary());
    }

    Reply send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return Reply.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> bearer(Person who) {
        return Map.of("Authorization", "Bearer " + who.token());
    }

    private static Map<String, String> keyed(Person who, String key) {
        return Map.of("Authorization", "Bearer " + who.token(), "Idempotency-Key", key);
    }
}
