package io.onsale.edge.routes;

import java.security.SecureRandom;
import java.util.Locale;

/** Makes booking numbers: 60 random bits that people can read aloud, such as 7QX2-0FDK-M9TB. */
final class BookingNumbers {

    /** Crockford's: no letter that is taken for a digit, and no U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();

    String next() {
        StringBuilder number = new StringBuilder(LENGTH + LENGTH / GROUP);
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                number.append('-');
            }
            number.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }

    /** A number as people type it, in the way it is written here. */
    static String tidy(String typed) {
        String plain = typed.strip().toUpperCase(Locale.ROOT).replace("-", "").replace(" ", "");
        String clear = plain.replace('O', '0').replace('I', '1').replace('L', '1');
        return clear.length() == LENGTH
                ? clear.substring(0, GROUP) + "-" + clear.substring(GROUP, 2 * GROUP) + "-" + clear.substring(2 * GROUP)
                : clear;
    }
}
