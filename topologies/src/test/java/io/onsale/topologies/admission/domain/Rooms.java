package io.onsale.topologies.admission.domain;

import io.onsale.topologies.admission.domain.AdmissionCommand.Caller;
import io.onsale.topologies.admission.domain.AdmissionCommand.JoinQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.RateFan;
import io.onsale.waiting.BeaconRound;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Policy;
import io.onsale.waiting.Tier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rooms, joins and secrets for tests. */
final class Rooms {

    static final Instant OPENS = Instant.parse("2030-01-01T10:30:00Z");
    static final Instant DRAWS = Instant.parse("2030-01-01T11:00:00Z");
    static final Caller ORGANIZER = new Caller("organizer", "organizer");
    static final Caller OPERATOR = new Caller(null, "operator");
    static final Beacon BEACON = new Beacon("drand", 4711, null);

    /** Not secret at all. */
    static final DrawSecrets SECRETS = new DrawSecrets() {
        @Override
        public Hash seed(String event) {
            return Hash.of(sha256("seed of " + event));
        }

        @Override
        public Bytes pseudonym(String event, String fan) {
            return Bytes.of(Arrays.copyOf(sha256(event + " " + fan), 16));
        }
    };

    private Rooms() {}

    /** Two shop at once; a thousand are let in a second. */
    static Terms terms() {
        return terms(new Pace(2, 1_000));
    }

    static Terms terms(Pace pace) {
        return terms(pace, Policy.DRAW_1, null);
    }

    static Terms terms(Pace pace, Policy policy, @Nullable Beacon beacon) {
        Duration arriveWithin = Duration.ofMinutes(1);
        return new Terms(
                "organizer", OPENS, DRAWS, pace, policy, beacon, arriveWithin, new Terms.JoinLimits(50, 3), null);
    }

    static JoinQueue join(String... fans) {
        return new JoinQueue(Stream.of(fans).map(Rooms::one).toList());
    }

    /** With a request of the fan's own, from nowhere. */
    static Join one(String fan) {
        return from(fan, 0, 0);
    }

    static Join from(String fan, long address, long device) {
        return new Join(fan, request(fan), 0, new Join.Origin(address, device, 0));
    }

    /** Of somebody who may come under several names. */
    static Join of(String fan, long person) {
        return new Join(fan, request(fan), 0, new Join.Origin(0, 0, person));
    }

    static Join again(String fan, String request) {
        return new Join(fan, request(request), 0, new Join.Origin(0, 0, 0));
    }

    static Join buyer(String fan, int purchases) {
        return new Join(fan, request(fan), purchases, new Join.Origin(0, 0, 0));
    }

    static Bytes request(String text) {
        return Bytes.of(Arrays.copyOf(sha256(text), 8));
    }

    static RateFan suspect(String fan) {
        return new RateFan(OPERATOR, fan, null, 900, "clicks like a clock");
    }

    static RateFan trust(String fan) {
        return new RateFan(OPERATOR, fan, null, 100, "a mistake");
    }

    static RateFan tier(String fan, Tier tier) {
        return new RateFan(ORGANIZER, fan, tier, null, "a member");
    }

    /** What a round of the beacon might have said. */
    static Bytes randomness(long value) {
        return Bytes.of(
                ByteBuffer.allocate(BeaconRound.VALUE_BYTES).putLong(value).array());
    }

    private static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
