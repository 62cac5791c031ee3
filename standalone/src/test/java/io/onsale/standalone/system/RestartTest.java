package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.onsale.standalone.audit.AuditReport;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

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
        try (WholeSystem before = new WholeSystem(folder, journal)) {
            Reply signedUp = before.first.post("/api/auth/signup", credentials);
            fan = new Person(signedUp.text("user_id"), signedUp.text("access_token"));
            show = before.show(3);
            held = before.first.hold(fan, show, List.of("A-1-1", "B-1-3"), key);
            assertThat(held.status()).as(held.text()).isEqualTo(201);
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
            AuditReport report = after.audit();
            assertThat(report.clean()).as(report.text()).isTrue();
        }
    }
}
