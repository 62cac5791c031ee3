package io.onsale.edge.queue;

import static io.onsale.edge.views.queue.RoomScript.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.onsale.edge.auth.AdmissionTokens.Admitted;
import io.onsale.edge.auth.QueueTokens;
import io.onsale.edge.http.Answer;
import io.onsale.edge.views.Given;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.admission.AdmissionEnd;
import io.onsale.schemas.admission.ArriveAtSale;
import io.onsale.schemas.admission.JoinQueue;
import io.onsale.schemas.catalogue.ChallengeWhen;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.waiting.Hash;
import io.onsale.waiting.InclusionProof;
import io.onsale.waiting.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueueRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

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
    void aReceiptIsSignedByAPublishedKey() throws Exception {
        JsonNode receipt = edge.join("ann").body().path("receipt");
        SignedJWT token = SignedJWT.parse(text(receipt, "token"));
        JWKSet published = JWKSet.parse(edge.get("/.well-known/jwks.json", "").text());

        assertThat(token.verify(new ECDSAVerifier(
                        published.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
        Map<String, Object> claims = token.getJWTClaimsSet().getClaims();
        for (String member : List.of("event_id", "pseudonym", "joined_at", "commitment")) {
            assertThat(claims.get(member)).isEqualTo(text(receipt, member));
        }
        assertThat(claims.get("sequence")).isEqualTo(receipt.path("sequence").asLong());
        assertThat(new ObjectMapper().readTree(token.getPayload().toString()).path("terms"))
                .isEqualTo(receipt.path("terms"));
        JsonNode draw = edge.get("/api/queue/event-1/draw", "").body();
        assertThat(receipt.at("/terms/draws_at")).isEqualTo(draw.path("draws_at"));
        assertThat(receipt.at("/terms/policy")).isEqualTo(draw.path("policy"));
        assertThat(receipt.at("/terms/beacon").isNull()).isTrue();
        assertThat(text(receipt, "commitment"))
                .isEqualTo(text(edge.get("/api/queue/event-1/draw", "").body(), "commitment"));
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
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            answers.add(edge.join("fan-" + i));
        }

        assertThat(answers.getFirst().status()).isEqualTo(202);
        assertThat(answers.getLast().status()).isEqualTo(429);
        assertThat(answers.getLast().headers()).containsKey("retry-after");
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

    @Test
    void aPlaceNeedsItsOwnQueueToken() {
        String place = edge.placeOf("ann");
        String other = new QueueTokens(edge.key).mint(new QueueTokens.Place("other", "ann", 1, 1));
        String forged = new QueueTokens(ProcessKey.generate()).mint(new QueueTokens.Place("event-1", "ann", 1, 1));
        String admission = edge.admissions.mint(new Admitted("event-1", "ann", "event-1.1", OPENING.plusSeconds(900)));

        assertThat(edge.status(place).status()).isEqualTo(200);
        assertThat(edge.status("").status()).isEqualTo(401);
        assertThat(edge.get("/api/queue/receipt?event_id=event-1", edge.token("ann", Role.FAN))
                        .code())
                .isEqualTo("invalid_token");
        assertThat(edge.status(admission).code()).isEqualTo("invalid_token");
        assertThat(edge.status(forged).code()).isEqualTo("invalid_token");
        assertThat(edge.status(place.substring(0, place.length() - 4) + "AAAA").code())
                .isEqualTo("invalid_token");
        assertThat(edge.status(other).code()).isEqualTo("foreign_queue_token");
        assertThat(edge.status(new QueueTokens(edge.key).mint(new QueueTokens.Place("event-1", "ann", 99, 1)))
                        .status())
                .isEqualTo(404);
        assertThat(edge.post("/api/queue/join", "{\"event_id\":\"event-1\"}", place)
                        .status())
                .as("a queue token as an access token")
                .isEqualTo(401);
    }

    @Test
    void whoeverIsSignedInIsToldOfTheirOwnPlaceOnAnyDevice() {
        edge.placeOf("bob");
        String ann = edge.token("ann", Role.FAN);
        assertThat(edge.status(ann).code()).isEqualTo("not_in_queue");
        assertThat(edge.log.commands).as("nobody joins by asking").hasSize(1);
        String joined = edge.placeOf("ann");

        Answer told = edge.status(ann);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body().path("sequence").asLong()).isEqualTo(2);
        String token = text(told.body(), "queue_token");
        assertThat(edge.status(token).body()).isEqualTo(edge.status(joined).body());
        assertThat(edge.status(joined).body().has("queue_token")).isFalse();
        edge.post("/api/queue/leave", "{\"event_id\":\"event-1\"}", token);
        assertThat(edge.status(ann).status()).isEqualTo(404);
    }

    @Test
    void whoeverIsLetInGetsTheAdmissionOnAnyDevice() {
        edge.placeOf("ann");
        edge.script.frozen().drawn().admitted("ann", 1);

        JsonNode told = edge.status(edge.token("ann", Role.FAN)).body();
        assertThat(edge.admissions.verify(text(told, "admission_token")))
                .hasValueSatisfying(
                        admitted -> assertThat(admitted.admissionId()).isEqualTo("event-1.1"));
    }

    @Test
    void tellsThePositionAfterTheDraw() {
        String ann = edge.placeOf("ann");
        String bob = edge.placeOf("bob");
        edge.script.frozen().drawn();
        List<Integer> positions = List.of(
                edge.status(ann).body().path("queue_position").asInt(),
                edge.status(bob).body().path("queue_position").asInt());

        assertThat(positions).containsExactlyInAnyOrder(1, 2);
        Answer late = edge.join("cho");
        assertThat(text(late.body(), "phase")).isEqualTo("waiting");
        assertThat(late.body().path("people_ahead").asInt()).isEqualTo(2);
    }

    @Test
    void whileTheDrawIsPendingLaterOnesWaitBehindThoseWhoTakePart() {
        String ann = edge.placeOf("ann");
        edge.placeOf("bob");
        edge.script.frozen();
        Answer late = edge.join("cho");

        assertThat(text(late.body(), "phase")).isEqualTo("waiting");
        assertThat(late.body().path("queue_position").asInt()).isEqualTo(3);
        assertThat(text(edge.status(ann).body(), "phase")).isEqualTo("pre_queue");
        assertThat(edge.status(ann).body().at("/room/phase").asText()).isEqualTo("draw_pending");
    }

    @Test
    void givesTheAdmissionTokenOutAfterTheLogKnowsThatTheFanCame() {
        String ann = edge.placeOf("ann");
        edge.script.frozen().drawn().admitted("ann", 1);
        Answer first = edge.status(ann);

        assertThat(text(first.body(), "phase")).isEqualTo("admitted");
        assertThat(edge.admissions.verify(text(first.body(), "admission_token")))
                .hasValueSatisfying(admitted -> {
                    assertThat(admitted.fanId()).isEqualTo("ann");
                    assertThat(admitted.eventId()).isEqualTo("event-1");
                    assertThat(admitted.admissionId()).isEqualTo("event-1.1");
                });
        assertThat(first.body().path("expires_at").isNull()).isFalse();
        edge.status(ann);
        assertThat(edge.log.commands.stream().filter(ArriveAtSale.class::isInstance))
                .as("asked once")
                .hasSize(1);
    }

    @Test
    void givesNoTokenToWhomTheLogRefuses() {
        String ann = edge.placeOf("ann");
        edge.script.frozen().drawn().admitted("ann", 1);
        edge.log.late = true;

        assertThat(edge.status(ann).body().has("admission_token")).isFalse();
        edge.script.ended("ann", 1, AdmissionEnd.NO_SHOW);
        assertThat(text(edge.status(ann).body(), "phase")).isEqualTo("ended");
        assertThat(text(edge.status(ann).body(), "ended")).isEqualTo("no_show");
        assertThat(edge.status(ann).body().has("admission_token")).isFalse();
    }

    @Test
    void leavesAsOftenAsOneLikes() {
        String ann = edge.placeOf("ann");
        String body = "{\"event_id\":\"event-1\"}";

        Answer first = edge.post("/api/queue/leave", body, ann);
        assertThat(first.status()).isEqualTo(204);
        assertThat(first.headers()).containsKey("x-onsale-version");
        assertThat(edge.post("/api/queue/leave", body, ann).status()).isEqualTo(204);
        assertThat(text(edge.status(ann).body(), "ended")).isEqualTo("left");
        assertThat(edge.post("/api/queue/leave", "{\"event_id\":\"other\"}", ann)
                        .status())
                .isEqualTo(403);
        String again = edge.placeOf("ann");
        edge.post("/api/queue/leave", body, ann);
        assertThat(edge.status(again).body().path("ended").isNull())
                .as("a place one has had since is not meant")
                .isTrue();
    }

    @Test
    void showsWhatThereIsToBuyWhileOneWaits() {
        String ann = edge.placeOf("ann");
        edge.views.inventory().apply("event-1", Given.held(2, "hold-1", "A-1-1"));
        JsonNode sale = edge.status(ann).body().path("sale");

        assertThat(sale.path("seats_left").asInt()).isEqualTo(1);
        assertThat(sale.at("/prices/0/from").asLong()).isEqualTo(150_000);
        assertThat(sale.at("/performances/0/sections/0/seats_left").asInt()).isEqualTo(1);
    }

    @Test
    void nothingIsSoldOutAsLongAsSomebodyMerelyHoldsIt() {
        String ann = edge.placeOf("ann");
        edge.views.inventory().apply("event-1", Given.held(2, "hold-1", "A-1-1", "A-1-2"));
        JsonNode held = edge.awaitSale(ann, sale -> sale.path("seats_left").asInt() == 0);
        assertThat(held.path("sold_out").asBoolean()).isFalse();
        assertThat(held.path("seats_held").asInt()).isEqualTo(2);
        assertThat(held.at("/performances/0/sections/0/seats_held").asInt()).isEqualTo(2);
        assertThat(held.at("/performances/0/grades/0/seats_held").asInt()).isEqualTo(2);

        edge.views.inventory().apply("event-1", Given.confirmed(3, "hold-1", "A-1-1", "A-1-2"));
        JsonNode sold = edge.awaitSale(ann, sale -> sale.path("seats_held").asInt() == 0);
        assertThat(sold.path("sold_out").asBoolean()).isTrue();

        edge.views.inventory().apply("event-1", Given.returned(4, "hold-1", "batch-1", "A-1-1"));
        JsonNode withheld = edge.awaitSale(ann, sale -> sale.path("seats_held").asInt() == 1);
        assertThat(withheld.path("sold_out").asBoolean())
                .as("what waits for the night")
                .isFalse();
    }

    @Test
    void publishesTheDrawBitByBit() {
        JsonNode before = edge.get("/api/queue/event-1/draw", "").body();
        assertThat(before.path("seed").isNull()).isTrue();
        assertThat(before.path("roster_root").isNull()).isTrue();
        assertThat(text(before, "algorithm")).isEqualTo("onsale-draw-1");
        assertThat(edge.get("/api/queue/event-1/draw/roster", "").code()).isEqualTo("not_frozen_yet");

        edge.placeOf("ann");
        edge.placeOf("bob");
        edge.script.frozen().drawn();
        JsonNode after = edge.get("/api/queue/event-1/draw", "").body();
        assertThat(after.path("roster_size").asInt()).isEqualTo(2);
        assertThat(text(after, "seed")).hasSize(64);
        assertThat(text(after, "order_hash")).hasSize(64);
        assertThat(text(after, "commitment")).isEqualTo(text(before, "commitment"));
    }

    @Test
    void theRosterAndAReceiptProveEachOther() throws Exception {
        String ann = edge.placeOf("ann");
        edge.placeOf("bob");
        edge.placeOf("cho");
        JsonNode early = edge.get("/api/queue/receipt?event_id=event-1", ann).body();
        assertThat(early.path("leaf").isNull()).isTrue();
        edge.script.frozen().drawn();

        List<String> lines =
                edge.get("/api/queue/event-1/draw/roster", "").text().lines().toList();
        JsonNode receipt = edge.get("/api/queue/receipt?event_id=event-1", ann).body();
        assertThat(lines).hasSize(4);
        assertThat(JSON.readTree(lines.getFirst()))
                .isEqualTo(edge.get("/api/queue/event-1/draw", "").body());
        assertThat(lines).contains("\"" + text(receipt, "leaf") + "\"");
        JsonNode proof = receipt.path("proof");
        InclusionProof path = new InclusionProof(
                proof.path("index").asInt(),
                proof.path("size").asInt(),
                StreamSupport.stream(proof.path("path").spliterator(), false)
                        .map(JsonNode::asText)
                        .map(Hash::ofHex)
                        .toList());
        assertThat(path.leads(
                        Leaf.parse(text(receipt, "leaf")).orElseThrow().hash(),
                        Hash.ofHex(text(JSON.readTree(lines.getFirst()), "roster_root"))))
                .isTrue();
    }
}
