package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.onsale.standalone.audit.AuditReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADMITTED = "admitted behind null";

    @TempDir
    private Path folder;

    @Test
    void afterAStopAndAStartEverythingIsThereAgain() {
        String credentials = JsonNodeFactory.instance
                .objectNode()
                .put("email", UUID.randomUUID() + "@example.com")
                .put("password", "correct horse battery staple")
                .put("name", "Kim")
                .toString();
        String key = UUID.randomUUID().toString();
        Journal journal = new Journal();
        Person fan;
        Show show;
        Reply held;
        List<LinePlace> line;
        List<String> standings;
        String admission;
        try (WholeSystem before = new WholeSystem(folder, journal)) {
            Reply signedUp = before.first.post("/api/auth/signup", credentials);
            fan = new Person(signedUp.text("user_id"), signedUp.text("access_token"));
            show = before.show(3);
            held = before.first.hold(fan, show, List.of("A-1-1", "B-1-3"), key);
            assertThat(held.status()).as(held.text()).isEqualTo(201);
            line = inLine(before);
            admission = awaitAdmission(line, before);
            standings = standings(line, before.first);
        }

        try (WholeSystem after = new WholeSystem(folder, journal)) {
            assertThat(after.first.post("/api/auth/login", credentials).status())
                    .isEqualTo(200);
            assertThat(after.second.get("/api/me", fan).text("user_id")).isEqualTo(fan.id());
            assertThat(after.first.get("/api/events/" + show.eventId()).text("title"))
                    .isEqualTo("System night");
            assertThat(after.second.seat(show, "A-1-1", held.version())).isEqualTo("held");
            assertThat(after.second.seat(show, "A-1-2", held.version())).isEqualTo("available");
            assertThat(after.second
                            .hold(fan, show, List.of("A-1-1", "B-1-3"), key)
                            .body())
                    .isEqualTo(held.body());
            assertThat(after.first.hold(after.fan(), show, "B-1-3").summary()).isEqualTo("409 seat_taken");
            assertThat(after.first.release(fan, held.text("reservation_id")).status())
                    .isEqualTo(204);
            assertThat(standings(line, after.second)).isEqualTo(standings);
            assertThat(standings(line, after.first)).isEqualTo(standings);
            LinePlace shopping = line.get(standings.indexOf(ADMITTED));
            assertThat(shopping.hold(after.second, admission, "A-1-1").summary())
                    .isEqualTo("201");
            AuditReport report = after.audit();
            assertThat(report.clean()).as(report.text()).isTrue();
        }
    }

    private static List<LinePlace> inLine(WholeSystem system) {
        Show show = system.first.show(system.organizer, Show.withRoom(3, Duration.ofSeconds(2), 1));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> system.first
                                .get("/api/queue/" + show.eventId() + "/draw")
                                .status()
                        == 200);
        return IntStream.range(0, 4)
                .mapToObj(i -> LinePlace.join(system.first, member(system), show))
                .toList();
    }

    /** Somebody with an account, whose token outlives the tests' own issuer. */
    private static Person member(WholeSystem system) {
        Reply reply = system.first.signUp(
                UUID.randomUUID() + "@example.com", UUID.randomUUID().toString(), "In line", "fan");
        return new Person(reply.text("user_id"), reply.text("access_token"));
    }

    /** What somebody is handed in whose turn it is. */
    private static String awaitAdmission(List<LinePlace> line, WholeSystem system) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> line.stream()
                                .map(place -> place.admission(system.first))
                                .filter(token -> !token.isEmpty())
                                .findFirst()
                                .orElse(""),
                        token -> !token.isEmpty());
    }

    private static List<String> standings(List<LinePlace> line, EdgeApi edge) {
        return line.stream()
                .map(place -> place.status(edge).body())
                .map(status -> status.path("phase").asText() + " behind "
                        + status.path("people_ahead").asText())
                .toList();
    }
}
