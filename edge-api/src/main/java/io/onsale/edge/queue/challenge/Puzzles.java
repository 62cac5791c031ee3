package io.onsale.edge.queue.challenge;

import io.onsale.edge.auth.SignedTexts;
import io.onsale.schemas.privacy.ProcessKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Puzzles that take a machine a moment to solve and nobody any to check: a text that, put behind the puzzle and a colon, makes a SHA-256 begin with so
 * many zero bits.
 */
final class Puzzles {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int PARTS = 4;

    private final SignedTexts texts;
    private final Clock clock;

    /** A puzzle for one fan at one event. */
    record Puzzle(String text, int bits, Instant expiresAt) {}

    Puzzles(ProcessKey key, Clock clock) {
        this.texts = new SignedTexts(key, "queue-puzzle");
        this.clock = clock;
    }

    /** A puzzle of this difficulty. */
    Puzzle make(String eventId, String fanId, int bits) {
        Instant expiresAt = Instant.ofEpochSecond(clock.instant().plus(LIFE).getEpochSecond());
        return new Puzzle(
                texts.sign(bits + "|" + expiresAt.getEpochSecond() + "|" + eventId + "|" + fanId), bits, expiresAt);
    }

    /** Whether this solves a puzzle that was made for this fan at this event, at least this hard and not too long ago. */
    boolean solves(String eventId, String fanId, int bits, String puzzle, String solution) {
        return texts.verify(puzzle)
                .map(text -> text.split("\\|", PARTS))
                .filter(parts -> parts[2].equals(eventId) && parts[3].equals(fanId))
                .filter(parts -> clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1]))))
                .filter(parts -> Integer.parseInt(parts[0]) >= bits)
                .filter(parts -> zeroBits(puzzle + ":" + solution) >= Integer.parseInt(parts[0]))
                .isPresent();
    }

    static int zeroBits(String text) {
        int bits = 0;
        for (byte each : sha256(text)) {
            if (each != 0) {
                return bits + Integer.numberOfLeadingZeros(each & 0xff) - 24;
            }
            bits += Byte.SIZE;
        }
        return bits;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
