package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The codes that were sent, and how they were guessed at. */
public final class CodeBook {

    /** In place of an address: what was sent for orders. */
    private static final String ORDERS = "orders";

    private final Table<SentCode> codes;
    private final Table<CodeTries> tries;

    public CodeBook(Table<SentCode> codes, Table<CodeTries> tries) {
        this.codes = codes;
        this.tries = tries;
    }

    @Nullable
    SentCode code(String key, Instant at) {
        SentCode code = codes.get(key);
        return code == null || code.forgotten(at) ? null : code;
    }

    CodeTries tries(String key, String source, Instant at) {
        CodeTries known = tries.get(key + '|' + source);
        return known == null || known.forgotten(at) ? CodeTries.NONE : known;
    }

    CodeTries forOrders(String key, Instant at) {
        return tries(key, ORDERS, at);
    }

    void counted(String key, SentCode code, String source, CodeTries now) {
        codes.put(key, code);
        counted(key, source, now);
    }

    void countedForOrders(String key, CodeTries now) {
        counted(key, ORDERS, now);
    }

    private void counted(String key, String source, CodeTries now) {
        tries.put(key + '|' + source, now);
    }

    void spent(String key, SentCode code) {
        codes.put(key, code);
    }

    /** The counts go by themselves, after a day, so that nobody gets more guesses by being forgotten. */
    void forget(String key) {
        SentCode code = codes.get(key);
        if (code != null) {
            codes.put(key, code.spent());
        }
    }
}
