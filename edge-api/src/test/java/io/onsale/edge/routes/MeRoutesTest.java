package io.onsale.edge.routes;

import static io.onsale.edge.http.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Answer;
import io.onsale.edge.views.Given;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of an account. */
class MeRoutesTest {

    private static final String SIGN_UP =
            "{\"email\":\"org@example.com\",\"password\":\"correct horse battery\",\"name\":\"Kim\",\"role\":\"organizer\"}";

    private final WritesHarness edge = new WritesHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void nobodyDeletesAnAccountWhosePublishedDatesAreToCome() {
        JsonNode organizer = edge.post("/api/auth/signup", SIGN_UP, "", "").body();
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));

        seen(organizer, EventStatus.PUBLISHED, tomorrow, PerformanceStatus.SCHEDULED, 1);
        assertProblem(delete(organizer), 409, "events_to_come");
        seen(organizer, EventStatus.CLOSED, tomorrow, PerformanceStatus.SCHEDULED, 2);
        assertProblem(delete(organizer), 409, "events_to_come");

        seen(organizer, EventStatus.CLOSED, tomorrow, PerformanceStatus.CANCELLED, 3);
        assertThat(delete(organizer).status()).isEqualTo(204);
    }

    @Test
    void draftsAndDatesThatAreOverKeepNobody() {
        JsonNode organizer = edge.post("/api/auth/signup", SIGN_UP, "", "").body();
        Instant now = Instant.now();

        seen(organizer, EventStatus.DRAFT, now.plus(Duration.ofDays(1)), PerformanceStatus.SCHEDULED, 1);
        seen(organizer, EventStatus.PUBLISHED, now.minusSeconds(1), PerformanceStatus.SCHEDULED, 2);

        assertThat(delete(organizer).status()).isEqualTo(204);
    }

    private void seen(JsonNode organizer, EventStatus status, Instant startsAt, PerformanceStatus date, long sequence) {
        EventDefinition definition = EventDefinition.newBuilder(Given.definition(Given.section("A", "R", 1_000, 1, 1)))
                .setOrganizerId(organizer.get("user_id").asText())
                .setPerformances(List.of(new Performance("one", startsAt, "", 1, date)))
                .build();
        edge.catalogue.apply("event-1", Given.state(status, definition, sequence));
    }

    private Answer delete(JsonNode organizer) {
        byte[] body = "{\"password\":\"correct horse battery\"}".getBytes(StandardCharsets.UTF_8);
        return edge.call(
                "DELETE",
                "/api/me",
                body,
                Optional.of(organizer.get("access_token").asText()),
                Optional.empty());
    }
}
