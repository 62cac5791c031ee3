package io.onsale.edge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Answer;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.admission.JoinQueue;
import io.onsale.schemas.catalogue.ChallengeWhen;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoinRoutesTest {
    private final QueueHarness edge = new QueueHarness();

    @AfterEach
    void stop() {
        edge.close();
    }

    private static String text(JsonNode json, String member) {
        return json.path(member).asText();
    }

    @Test
    void joiningAnswersThePlaceWithEveryMemberThere() {
        Answer joined = edge.join("ann");

        assertThat(joined.status()).isEqualTo(202);
        assertThat(joined.body().fieldNames())
                .toIterable()
                .contains(
                        "phase",
                        "queue_position",
                        "people_ahead",
                        "percent",
                        "estimated_wait_time",
                        "queue_token",
                        "expires_at",
                        "receipt");
        assertThat(text(joined.body(), "phase")).isEqualTo("pre_queue");
        assertThat(joined.body().path("queue_position").isNull()).isTrue();
        assertThat(joined.headers()).containsKey("x-onsale-version");
    }

    @Test
    void joiningAgainAnswersTheSamePlace() {
        long first = edge.join("ann").body().at("/receipt/sequence").asLong();

        assertThat(edge.join("ann").body().at("/receipt/sequence").asLong()).isEqualTo(first);
    }

    @Test
    void aThousandJoinsOfOneFanAtOnceAreOnePlace() throws Exception {
        edge.maxPerAddress = 100_000;
        Map<Long, Integer> places = new ConcurrentHashMap<>();
        try (ExecutorService many = Executors.newFixedThreadPool(50)) {
            for (int i = 0; i < 1_000; i++) {
                many.execute(() -> places.merge(
                        edge.join("ann").body().at("/receipt/sequence").asLong(), 1, Integer::sum));
            }
        }
        assertThat(places).containsOnlyKeys(1L).containsValue(1_000);
        assertThat(edge.log.commands.stream().filter(JoinQueue.class::isInstance))
                .as("commands")
                .hasSizeLessThan(1_000);
    }

    @Test
    void refusesJoinsThatCannotBe() {
        assertThat(edge.post("/api/queue/join", "{\"event_id\":\"event-1\"}", "")
                        .status())
                .isEqualTo(401);
        assertThat(edge.post("/api/queue/join", "{\"event_id\":\"nowhere\"}", edge.token("ann", Role.FAN))
                        .code())
                .isEqualTo("unknown_event");
        assertThat(edge.post("/api/queue/join", "{\"event_id\":\"draft\"}", edge.token("ann", Role.FAN))
                        .code())
                .isEqualTo("unknown_event");
        assertThat(edge.post("/api/queue/join", "{\"event_id\":\"without\"}", edge.token("ann", Role.FAN))
                        .code())
                .isEqualTo("no_waiting_room");
        for (String why : List.of("queue_closed", "queue_draining")) {
            edge.log.shut = why;
            Answer shut = edge.join("ann");
            assertThat(shut.status()).isEqualTo(409);
            assertThat(shut.code()).isEqualTo(why);
        }
    }

    @Test
    void limitsJoinsByAddress() {
        edge.maxPerAddress = 1;

        assertThat(edge.join("ann").status()).isEqualTo(202);
        assertThat(QueueHarness.firstOfTooMany(i -> edge.join("fan-" + i)).headers())
                .containsKey("retry-after");
    }

    @Test
    void tellsTheLogWhichIdentitiesAreOnePersonAsTicketsAreCounted() {
        String body = "{\"event_id\":\"event-1\"}";
        edge.send("POST", "/api/queue/join", body, edge.tokens.mint("ann", Role.FAN, "s1", "a contact"));
        edge.send("POST", "/api/queue/join", body, edge.tokens.mint("guest:1", Role.GUEST, "s2", "a contact"));
        edge.send("POST", "/api/queue/join", body, edge.tokens.mint("bob", Role.FAN, "s3", "another"));
        edge.join("cho");
        var people = edge.log.commands.stream()
                .map(JoinQueue.class::cast)
                .flatMap(batch -> batch.getJoins().stream())
                .map(join -> join.getPerson())
                .toList();

        assertThat(people.get(0)).isNotZero().isEqualTo(people.get(1)).isNotEqualTo(people.get(2));
        assertThat(people.get(3))
                .as("nothing is known of whom another issuer vouches for")
                .isZero();
    }

    @Test
    void tellsTheLogWhichDeviceAndAddressAreTheSameAndNothingElse() {
        String body = "{\"event_id\":\"event-1\"}";
        edge.send("POST", "/api/queue/join", body, edge.token("ann", Role.FAN), "X-Device-Id", "device-1");
        edge.send("POST", "/api/queue/join", body, edge.token("bob", Role.FAN), "X-Device-Id", "device-1");
        edge.join("cho");
        var joins = edge.log.commands.stream()
                .map(JoinQueue.class::cast)
                .flatMap(batch -> batch.getJoins().stream())
                .toList();

        assertThat(joins.get(0).getDevice()).isNotZero().isEqualTo(joins.get(1).getDevice());
        assertThat(joins.get(2).getDevice()).isZero();
        assertThat(joins.get(0).getAddress()).isNotZero().isEqualTo(joins.get(2).getAddress());
        assertThat(edge.send(
                                "POST",
                                "/api/queue/join",
                                body,
                                edge.token("ann", Role.FAN),
                                "X-Device-Id",
                                "x".repeat(129))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void wantsAChallengeSolvedWhereTheRoomDoes() {
        edge.challenge = ChallengeWhen.ALWAYS;
        Answer asked = edge.join("ann");

        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.code()).isEqualTo("challenge_required");
        assertThat(asked.body().at("/challenge/bits").asInt()).isPositive();
        assertThat(edge.log.commands).isEmpty();
        for (String wrong : List.of("{}", "7", "{\"puzzle\":7}", "{\"puzzle\":\"x\",\"solution\":\"\"}", "[]")) {
            assertThat(edge.post(
                                    "/api/queue/join",
                                    "{\"event_id\":\"event-1\",\"challenge\":" + wrong + "}",
                                    edge.token("ann", Role.FAN))
                            .status())
                    .as(wrong)
                    .isBetween(400, 403);
        }
    }
}
