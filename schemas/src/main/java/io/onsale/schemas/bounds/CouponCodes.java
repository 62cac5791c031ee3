package io.onsale.schemas.bounds;

import java.util.Comparator;
import java.util.Locale;

/** When two spellings are the same coupon's code: case and space around it make no difference, whoever types it. */
public final class CouponCodes {

    /** Spellings of one code stand together, the one in capitals first. */
    public static final Comparator<String> ORDER =
            Comparator.comparing(CouponCodes::folded).thenComparing(Comparator.naturalOrder());

    private CouponCodes() {}

    /** What all spellings of a code have in common. */
    public static String folded(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }
}
