package io.onsale.edge.queue;

import java.util.Locale;

/** The log's constants as clients spell them. */
final class Words {
    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
