package io.onsale.waiting;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place that takes part in a draw, as it is published and hashed: one line of text, {@code leaf-1|pseudonym|sequence|tier|purchases|earliness|suspicion|policy
 * version}.
 *
 * @param pseudonym 16 bytes in base64url, by which the fan, and nobody else, finds itself
 * @param sequence counts the joins of a waiting room
 */
public record Leaf(String pseudonym, int sequence, ScoreInputs inputs, String policy) {

    /** Of a pseudonym. */
    public static final int PSEUDONYM_BYTES = 16;

    private static final int PSEUDONYM_CHARACTERS = 22;
    private static final String NUMBER = "(0|[1-9][0-9]{0,9})";
    private static final Pattern LINE = Pattern.compile("leaf-1\\|([A-Za-z0-9_-]{22})\\|" + NUMBER + "\\|([a-z]+)\\|"
            + NUMBER + "\\|" + NUMBER + "\\|" + NUMBER + "\\|([a-z0-9][a-z0-9.-]{0,63})");

    public Leaf {
        if (sequence < 0) {
            throw new IllegalArgumentException("no place has the number " + sequence);
        }
        if (pseudonym.length() != PSEUDONYM_CHARACTERS || pseudonym.indexOf('|') >= 0 || policy.indexOf('|') >= 0) {
            throw new IllegalArgumentException("no leaf is made of %s and %s".formatted(pseudonym, policy));
        }
    }

    public static Leaf of(byte[] pseudonym, int sequence, ScoreInputs inputs, Policy policy) {
        if (pseudonym.length != PSEUDONYM_BYTES) {
            throw new IllegalArgumentException("a pseudonym has 16 bytes, not " + pseudonym.length);
        }
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(pseudonym);
        return new Leaf(text, sequence, inputs, policy.version());
    }

    /** Reads a line; empty unless it is exactly as {@link #line} would write it. */
    public static Optional<Leaf> parse(CharSequence line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            int suspicion = Integer.parseInt(parts.group(6));
            return Tier.of(parts.group(3))
                    .filter(tier -> suspicion <= ScoreInputs.SURE)
                    .map(tier -> new ScoreInputs(
                            tier, Integer.parseInt(parts.group(4)), Integer.parseInt(parts.group(5)), suspicion))
                    .map(inputs -> new Leaf(parts.group(1), Integer.parseInt(parts.group(2)), inputs, parts.group(7)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The leaf in its one and only form, without a line's end. */
    public String line() {
        return "leaf-1|" + pseudonym + '|' + sequence + '|' + inputs.tier().word() + '|' + inputs.purchases() + '|'
                + inputs.earliness() + '|' + inputs.suspicion() + '|' + policy;
    }

    /** SHA-256 of a zero byte and the line. */
    public Hash hash() {
        return new Sha256().leaf().update(line()).end();
    }
}
