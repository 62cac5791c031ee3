package io.onsale.edge.routes;

import static io.onsale.edge.http.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.http.Answer;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.journeys.JourneyCommand;
import io.onsale.schemas.journeys.JourneyStep;
import io.onsale.schemas.journeys.RecordSteps;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelemetryRoutesTest {

    private final WritesHarness edge = new WritesHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void recordsTheStepsThatAPageReports() {
        Answer answer = edge.post(
                "/api/telemetry",
                "{\"session_id\":\"s1\",\"device\":\"phone\",\"events\":[{\"type\":\"visit\"},{\"type\":\"event_detail\",\"event_id\":\"e1\",\"at\":\"2026-12-01T11:00:00Z\"}]}",
                edge.token(Role.FAN),
                "k");
        assertThat(answer.status()).isEqualTo(202);
        RecordSteps steps = (RecordSteps) ((JourneyCommand) edge.log.commands.getFirst()).getBody();
        assertThat(steps.getAccountId()).isEqualTo("account-of-FAN");
        assertThat(steps.getSteps().get(1).getStep()).isEqualTo(JourneyStep.EVENT_DETAIL);
        assertThat(edge.log.keys).containsExactly(steps.getSessionId());
        assertProblem(
                edge.post("/api/telemetry", "{\"session_id\":\"s\",\"events\":[{\"type\":\"hack\"}]}", "", ""),
                400,
                "invalid_field");
    }

    @Test
    void callsASessionInTheLogAsNoClientCanChoose() {
        for (String session : List.of("s1", "s2", "s1")) {
            edge.post(
                    "/api/telemetry", "{\"session_id\":\"" + session + "\",\"events\":[{\"type\":\"visit\"}]}", "", "");
        }
        assertThat(edge.log.keys).allMatch(key -> key.matches("[0-9a-f]{32}"));
        assertThat(edge.log.keys.get(2)).isEqualTo(edge.log.keys.get(0)).isNotEqualTo(edge.log.keys.get(1));
    }

    @Test
    void tellsAPageWhatTheLogCallsItsSession() {
        Answer answer =
                edge.post("/api/telemetry", "{\"session_id\":\"s1\",\"events\":[{\"type\":\"visit\"}]}", "", "");
        assertThat(answer.body().path("session").asText()).isEqualTo(edge.log.keys.getFirst());
    }

    @Test
    void countsChannelsAndDevicesThatNobodyKnowsAsOthers() {
        for (String word : List.of("\"Phone\"", "\"" + "x".repeat(32) + "\"")) {
            edge.post(
                    "/api/telemetry",
                    "{\"session_id\":\"s1\",\"channel\":\"app\",\"device\":" + word
                            + ",\"events\":[{\"type\":\"visit\"}]}",
                    "",
                    "");
        }
        assertThat(edge.log.commands.stream()
                        .map(each -> (RecordSteps) ((JourneyCommand) each).getBody())
                        .map(steps -> steps.getChannel() + " " + steps.getDevice()))
                .containsExactly("app phone", "app other");
    }
}
