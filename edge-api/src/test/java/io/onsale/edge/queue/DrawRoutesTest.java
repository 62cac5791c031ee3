package io.onsale.edge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.onsale.schemas.admission.Tier;
import io.onsale.waiting.Hash;
import io.onsale.waiting.InclusionProof;
import io.onsale.waiting.Leaf;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DrawRoutesTest {
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
        assertThat(JSON.readTree(token.getPayload().toString()).path("terms")).isEqualTo(receipt.path("terms"));
        JsonNode draw = edge.get("/api/queue/event-1/draw", "").body();
        assertThat(receipt.at("/terms/draws_at")).isEqualTo(draw.path("draws_at"));
        assertThat(receipt.at("/terms/policy")).isEqualTo(draw.path("policy"));
        assertThat(receipt.at("/terms/beacon").isNull()).isTrue();
        assertThat(text(receipt, "commitment"))
                .isEqualTo(text(edge.get("/api/queue/event-1/draw", "").body(), "commitment"));
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
    void publishesWhoWasSentToTheVeryEndSinceTheFreeze() throws Exception {
        edge.placeOf("ann");
        edge.placeOf("bob");
        edge.script.rated("ann", 1, Tier.NONE, 650, null);
        assertThat(edge.get("/api/queue/event-1/draw", "").body().path("moved").isNull())
                .isTrue();
        edge.script.frozen().drawn();
        assertThat(edge.get("/api/queue/event-1/draw", "").body().path("moved").asInt(-1))
                .isZero();
        Instant at = Instant.parse("2026-12-01T11:00:09Z");
        edge.script.at(at).rated("bob", 2, Tier.NONE, 930, 2L);

        List<String> lines =
                edge.get("/api/queue/event-1/draw/roster", "").text().lines().toList();
        assertThat(JSON.readTree(lines.getFirst()).path("moved").asInt()).isOne();
        assertThat(lines).hasSize(4);
        assertThat(lines.getLast())
                .isEqualTo("{\"moved\":2,\"at\":\"%s\",\"suspicion\":930,\"by\":\"system\"}".formatted(at));
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
