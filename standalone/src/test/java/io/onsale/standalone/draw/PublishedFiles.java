package io.onsale.standalone.draw;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.onsale.waiting.Draw;
import io.onsale.waiting.Hash;
import io.onsale.waiting.InclusionProof;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Policy;
import io.onsale.waiting.Roster;
import io.onsale.waiting.ScoreInputs;
import io.onsale.waiting.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an honest operator would have published of a draw, in files as docs/draw.md has them. */
final class PublishedFiles {

    static final String EVENT = "event-1";
    private static final String JOINED_AT = "2026-12-01T10:45:00Z";
    private static final Hash SEED = Hash.ofHex("5e".repeat(32));
    private static final String POLICY = """
            {"version":"draw-1","platinum":1000,"gold":500,"per_purchase":10,"earliness_most":0,\
            "suspicion_above":700,"suspicion_penalty":10000}""";
    /** What the receipts promise. */
    static final String TERMS = """
            {"draws_at":"2026-12-01T11:00:00Z","policy":%s,\
            "beacon":{"source":"drand quicknet","round":34439832,"due_at":"2026-12-01T11:01:00Z","value_is":"randomness"}}""".formatted(POLICY);

    private static final byte[] BEACON = HexFormat.of().parseHex("0bea".repeat(16));
    private static final ECKey KEY = key("k1");

    private final Path folder;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Roster roster;

    PublishedFiles(Path folder, int fans) {
        this.folder = folder;
        Roster.Builder builder = Roster.under(Policy.DRAW_1);
        for (int fan = 1; fan <= fans; fan++) {
            byte[] pseudonym = new byte[Leaf.PSEUDONYM_BYTES];
            pseudonym[0] = (byte) fan;
            ScoreInputs inputs = new ScoreInputs(fan % 3 == 0 ? Tier.GOLD : Tier.NONE, fan % 2, 0, 0);
            leaves.add(Leaf.of(pseudonym, 2 * fan, inputs, Policy.DRAW_1));
        }
        leaves.forEach(builder::add);
        roster = builder.build();
    }

    /** The whole publication. */
    String text() {
        return document() + "\n"
                + leaves.stream().map(leaf -> '"' + leaf.line() + "\"\n").collect(Collectors.joining());
    }

    private String document() {
        Hash order = new Draw(SEED, roster.root(), BEACON).order(roster).hash();
        return """
                {"event_id":"%s","phase":"line","algorithm":"onsale-draw-1","draws_at":"2026-12-01T11:00:00Z",\
                "policy":%s,"commitment":"%s",\
                "beacon":{"source":"drand quicknet","round":34439832,"due_at":"2026-12-01T11:01:00Z",\
                "value_is":"randomness","value":"%s"},\
                "roster_root":"%s","roster_size":%d,"seed":"%s","order_hash":"%s","moved":0}""".formatted(
                        EVENT,
                        POLICY,
                        Draw.commitment(EVENT, SEED),
                        HexFormat.of().formatHex(BEACON),
                        roster.root(),
                        roster.size(),
                        SEED,
                        order);
    }

    /** The receipt of a leaf, signed with the published key. */
    String receipt(int index) {
        return receipt(index, token(KEY, claims(index)));
    }

    String receipt(int index, String token) {
        InclusionProof proof = roster.tree().proof(index);
        Leaf leaf = leaves.get(index);
        String path = proof.path().stream().map(hash -> '"' + hash.hex() + '"').collect(Collectors.joining(","));
        return """
                {"event_id":"%s","pseudonym":"%s","sequence":%d,"joined_at":"%s","commitment":"%s","terms":%s,"token":"%s",\
                "leaf":"%s","proof":{"index":%d,"size":%d,"path":[%s]}}""".formatted(
                        EVENT,
                        leaf.pseudonym(),
                        leaf.sequence(),
                        JOINED_AT,
                        Draw.commitment(EVENT, SEED),
                        TERMS,
                        token,
                        leaf.line(),
                        proof.index(),
                        proof.size(),
                        path);
    }

    Map<String, Object> claims(int index) {
        Leaf leaf = leaves.get(index);
        return Map.of(
                "iss",
                "onsale",
                "event_id",
                EVENT,
                "pseudonym",
                leaf.pseudonym(),
                "sequence",
                leaf.sequence(),
                "joined_at",
                JOINED_AT,
                "commitment",
                Draw.commitment(EVENT, SEED).hex(),
                "terms",
                parsed(TERMS));
    }

    private static Map<String, Object> parsed(String json) {
        try {
            return JSONObjectUtils.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    Leaf leaf(int index) {
        return leaves.get(index);
    }

    static String keys() {
        return new JWKSet(KEY).toString();
    }

    static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String token(ECKey key, Map<String, Object> claims) {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        JWSObject token = new JWSObject(header, new Payload(claims));
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
