package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.standalone.audit.answers.Routes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * The show the crowd wants to see, on sale.
 *
 * @param sections their names, dearest first
 * @param roomToken lets its organizer look at the waiting room, where there is one
 */
public record CrowdShow(String eventId, String performanceId, List<String> sections, Optional<String> roomToken) {

    private static final int TICKET_LIMIT = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A show without a waiting room. */
    public CrowdShow(String eventId, String performanceId, List<String> sections) {
        this(eventId, performanceId, sections, Optional.empty());
    }

    /** Signs an organizer up, creates and publishes the show, and waits until every edge shows it. */
    public static CrowdShow open(CrowdSettings settings, CrowdJournal journal) {
        try (EdgeClient client = new EdgeClient(settings.edges(), PATIENCE)) {
            Line line = new Line(
                    client,
                    new CrowdCounts(0, 0),
                    journal,
                    CrowdShow::pause,
                    attempt -> Duration.ofMillis(200L * attempt),
                    0);
            CrowdShow show = new Organizer(line).puts(settings);
            for (int edge = 0; edge < settings.edges().size(); edge++) {
                show.awaitSeats(client, edge);
                show.awaitRoom(client, edge);
            }
            return show;
        }
    }

    /** The compact map of one section. */
    String seatsPath(String section) {
        return "/api/events/%s/seats?performance_id=%s&section=%s&format=compact"
                .formatted(eventId, performanceId, section);
    }

    private void awaitSeats(EdgeClient client, int edge) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        EdgeAnswer map = client.send(Call.get(seatsPath(sections.getFirst())), edge);
        while (SeatList.open(map.body()).isEmpty()) {
            if (System.nanoTime() > giveUp) {
                throw new CrowdException("an edge does not show the show's seats", map);
            }
            pause(Duration.ofMillis(50));
            map = client.send(Call.get(seatsPath(sections.getFirst())), edge);
        }
    }

    private void awaitRoom(EdgeClient client, int edge) {
        if (roomToken.isEmpty()) {
            return;
        }
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        EdgeAnswer draw = client.send(Call.get("/api/queue/" + eventId + "/draw"), edge);
        while (!draw.accepted()) {
            if (System.nanoTime() > giveUp) {
                throw new CrowdException("an edge does not know the show's waiting room", draw);
            }
            pause(Duration.ofMillis(50));
            draw = client.send(Call.get("/api/queue/" + eventId + "/draw"), edge);
        }
    }

    private static boolean pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
        return true;
    }

    /** Puts a show on sale as any organizer does. */
    private static final class Organizer {
        private final Line line;
        private String id = "";
        private String token = "";

        Organizer(Line line) {
            this.line = line;
        }

        CrowdShow puts(CrowdSettings settings) {
            signsUp();
            ArrayNode sections = CrowdVenue.sections(settings.seats());
            EdgeAnswer created = writes("/api/events", event(settings, sections), Routes.CREATE_EVENT, "");
            String eventId = created.text("event_id");
            String performanceId = created.body()
                    .path("performances")
                    .path(0)
                    .path("performance_id")
                    .asText();
            writes("/api/events/" + eventId + "/publish", "{}", Routes.PUBLISH_EVENT, eventId);
            return new CrowdShow(
                    eventId,
                    performanceId,
                    CrowdVenue.names(sections),
                    settings.room().map(room -> token));
        }

        private void signsUp() {
            ObjectNode person = JsonNodeFactory.instance
                    .objectNode()
                    .put("email", "organizer-" + UUID.randomUUID() + "@example.com")
                    .put("password", UUID.randomUUID().toString())
                    .put("name", "Demo organizer")
                    .put("role", "organizer");
            EdgeAnswer answer = writes("/api/auth/signup", person.toString(), Routes.SIGN_UP, "");
            id = answer.text("user_id");
            token = answer.text("access_token");
        }

        private EdgeAnswer writes(String path, String body, String route, String eventId) {
            String key = UUID.randomUUID().toString();
            Call call = Call.post(path, body).keyed(key);
            Write write = new Write(
                    token.isEmpty() ? call : call.as(token),
                    route,
                    id,
                    eventId,
                    key,
                    answer -> Told.fields(answer, "user_id", "event_id"));
            EdgeAnswer answer = line.write(write);
            if (!answer.accepted()) {
                throw new CrowdException(route + " was not accepted", answer);
            }
            return answer;
        }

        private static String event(CrowdSettings settings, ArrayNode sections) {
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            ObjectNode event = JsonNodeFactory.instance
                    .objectNode()
                    .put("title", "Night One")
                    .put("category", "concert")
                    .put("region", "Seoul")
                    .put("currency", "KRW")
                    .put("ticket_limit", TICKET_LIMIT)
                    .put("hold_seconds", settings.holdSeconds())
                    .put(
                            "on_sale_at",
                            now.plus(settings.room().map(CrowdRoom::before).orElse(Duration.ZERO))
                                    .toString());
            settings.room().ifPresent(room -> event.set("waiting_room", room.json(now)));
            event.putArray("performances")
                    .addObject()
                    .put("starts_at", now.plus(Duration.ofDays(45)).toString())
                    .put("label", "first night");
            event.set("sections", sections);
            return event.toString();
        }
    }
}
