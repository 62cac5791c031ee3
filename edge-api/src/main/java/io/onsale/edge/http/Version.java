package io.onsale.edge.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A place in the log that a client has seen: that many events of one key. Clients pass it on without looking into it.
 *
 * @param sequence how many events of the key; see the event envelope
 */
public record Version(Domain domain, String key, long sequence) {

    /** The header in which versions travel, in both directions. */
    public static final String HEADER = "X-Onsale-Version";

    private static final int MAX_LENGTH = 2048;
    private static final int MAX_VERSIONS = 8;

    /** Whose events are counted. */
    public enum Domain {
        ACCOUNTS('a'),
        CATALOGUE('c'),
        INVENTORY('i');

        private final char letter;

        Domain(char letter) {
            this.letter = letter;
        }
    }

    /** Tells the client what its write made. */
    public static void answer(Context ctx, Version... versions) {
        ctx.header(HEADER, List.of(versions).stream().map(Version::encode).collect(Collectors.joining(",")));
    }

    /** What the client wants to see; nothing where it doesn't say. */
    public static List<Version> wanted(Context ctx) {
        @Nullable String header = ctx.req().getHeader(HEADER);
        return header == null ? List.of() : parse(header);
    }

    static List<Version> parse(String header) {
        String[] parts = header.split(",", -1);
        if (header.length() > MAX_LENGTH || parts.length > MAX_VERSIONS) {
            throw malformed();
        }
        List<Version> versions = new ArrayList<>();
        for (String part : parts) {
            versions.add(decode(part.strip()));
        }
        return versions;
    }

    String encode() {
        byte[] text = (domain.letter + ":" + key + ":" + sequence).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static Version decode(String part) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
            int last = text.lastIndexOf(':');
            if (last < 3 || text.charAt(1) != ':') {
                throw malformed();
            }
            long sequence = Long.parseLong(text.substring(last + 1));
            if (sequence < 0) {
                throw malformed();
            }
            return new Version(domain(text.charAt(0)), text.substring(2, last), sequence);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static Domain domain(char letter) {
        for (Domain domain : Domain.values()) {
            if (domain.letter == letter) {
                return domain;
            }
        }
        throw malformed();
    }

    private static ProblemException malformed() {
        return Problem.of(400, "bad_version", "The header " + HEADER + " has to be one that an answer carried.")
                .with("field", HEADER)
                .toException();
    }
}
