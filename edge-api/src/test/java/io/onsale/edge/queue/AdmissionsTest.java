package io.onsale.edge.queue;

import static io.onsale.edge.views.queue.RoomScript.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.auth.AdmissionTokens;
import io.onsale.edge.auth.AdmissionTokens.Admitted;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.SigningKeys;
import io.onsale.edge.auth.TokenMinter;
import io.onsale.edge.http.Answer;
import io.onsale.edge.http.WebServer;
import io.onsale.edge.views.queue.QueueView;
import io.onsale.edge.views.queue.RoomScript;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.admission.RoomState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionsTest {
    private static final Caller ANN = new Caller("ann", Role.FAN, "session");
    private static final Instant LATER = Instant.parse("2030-01-01T12:00:00Z");

    private final AdmissionTokens tokens =
            new AdmissionTokens("onsale", new SigningKeys(TokenMinter.generateKey(), List.of()));
    private final QueueView rooms = new QueueView();
    private final RoomScript script = new RoomScript(rooms);
    private final Admissions admissions = new Admissions(tokens, rooms);
    private final WebServer server = new WebServer(
            "127.0.0.1",
            0,
            List.of(routes -> routes.get(
                    "/hold",
                    ctx -> ctx.result(admissions.require(ctx, ANN, EVENT).getAdmissionId()))));
    private final int port = server.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
    }

    private HttpRequest.Builder hold() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hold"));
    }

    private Answer without() {
        return Answer.to(hold().build(), client);
    }

    private Answer with(String eventId, String fanId) {
        String token = tokens.mint(new Admitted(eventId, fanId, eventId + ".1", LATER));
        return Answer.to(hold().header("X-Admission-Token", token).build(), client);
    }

    @Test
    void whoWasNotLetInIsSentToTheLineAsLongAsItLetsAnybodyIn() {
        assertThat(without().code()).as("not in view yet").isEqualTo("admission_required");
        script.opened();
        for (RoomState state : List.of(RoomState.OPEN, RoomState.PAUSED, RoomState.DRAINING)) {
            script.controlled(100, 10, state);
            assertThat(without().status()).isEqualTo(403);
            assertThat(without().code()).as(state.name()).isEqualTo("admission_required");
        }
    }

    @Test
    void whoWasNotLetInIsToldThatTheLineIsClosed() {
        script.opened().controlled(100, 10, RoomState.CLOSED);

        Answer refused = without();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("queue_closed");
        assertThat(refused.body().path("detail").asText()).contains("look for another event");
    }

    @Test
    void whoWasLetInGoesOnThoughTheLineIsClosed() {
        script.opened().controlled(100, 10, RoomState.CLOSED);

        assertThat(with(EVENT, "ann").text()).isEqualTo(EVENT + ".1");
    }

    @Test
    void aTokenIsItsFansAndItsEventsAlone() {
        assertThat(with(EVENT, "bob").code()).isEqualTo("admission_invalid");
        assertThat(with("event-2", "ann").code()).isEqualTo("admission_invalid");
    }
}
