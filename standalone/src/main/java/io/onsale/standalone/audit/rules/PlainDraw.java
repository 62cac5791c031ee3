package io.onsale.standalone.audit.rules;

import io.onsale.schemas.admission.QueuePolicy;
import io.onsale.schemas.admission.Tier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** How a line is drawn, written down once more from its description and not from the code that draws it; slow and plain. */
final class PlainDraw {

    /** What is known about whoever joined. */
    record Entrant(byte[] pseudonym, long sequence, Instant joinedAt, Tier tier, int purchases, int suspicion) {

        Entrant rated(Tier newTier, int newSuspicion) {
            return new Entrant(pseudonym, sequence, joinedAt, newTier, purchases, newSuspicion);
        }
    }

    private static final long PURCHASES_MOST = 10_000;

    private PlainDraw() {}

    static byte[] commitment(String event, byte[] seed) {
        return sha256(
                "onsale-draw-seed-1".getBytes(StandardCharsets.UTF_8), event.getBytes(StandardCharsets.UTF_8), seed);
    }

    static byte[] leaf(Entrant entrant, QueuePolicy policy, Instant drawsAt) {
        String line = String.join(
                "|",
                "leaf-1",
                Base64.getUrlEncoder().withoutPadding().encodeToString(entrant.pseudonym()),
                Long.toString(entrant.sequence()),
                entrant.tier().name().toLowerCase(Locale.ROOT),
                Integer.toString(entrant.purchases()),
                Long.toString(earliness(entrant, policy, drawsAt)),
                Integer.toString(entrant.suspicion()),
                policy.getVersion());
        return sha256(new byte[] {0}, line.getBytes(StandardCharsets.UTF_8));
    }

    private static long earliness(Entrant entrant, QueuePolicy policy, Instant drawsAt) {
        long seconds = Duration.between(entrant.joinedAt(), drawsAt).toSeconds();
        return Math.max(0, Math.min(seconds, policy.getEarlinessMost()));
    }

    /** Whoever has more is ahead; for those who came too late for the draw their own instant is the draw's. */
    static long score(Entrant entrant, QueuePolicy policy, Instant drawsAt) {
        long score = Math.min(entrant.purchases(), PURCHASES_MOST) * policy.getPerPurchase();
        score += earliness(entrant, policy, drawsAt);
        if (entrant.tier() == Tier.PLATINUM) {
            score += policy.getPlatinum();
        }
        if (entrant.tier() == Tier.GOLD) {
            score += policy.getGold();
        }
        if (suspected(entrant.suspicion(), policy)) {
            score -= policy.getSuspicionPenalty();
        }
        return score;
    }

    static boolean suspected(int suspicion, QueuePolicy policy) {
        return suspicion > policy.getSuspicionAbove();
    }

    /** The root of RFC 6962's tree. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return sha256(new byte[] {1}, root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    static byte[] lot(byte[] seed, byte[] root, byte[] beacon, byte[] leaf) {
        return sha256("onsale-draw-order-1".getBytes(StandardCharsets.UTF_8), seed, root, beacon, leaf);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
