package io.onsale.edge.reads;

import io.onsale.edge.views.catalogue.Listing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Where a list goes on, as a word that clients hand back without looking into it. */
final class Cursor {
    private Cursor() {}

    static String encode(Listing.Position position) {
        String plain = position.startsAt().toEpochMilli() + ":" + position.eventId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Listing.Position decode(String cursor) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            if (colon > 0) {
                return new Listing.Position(
                        Instant.ofEpochMilli(Long.parseLong(plain, 0, colon, 10)), plain.substring(colon + 1));
            }
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static RuntimeException malformed() {
        return Query.invalid("cursor", "has to be one that an answer carried");
    }
}
