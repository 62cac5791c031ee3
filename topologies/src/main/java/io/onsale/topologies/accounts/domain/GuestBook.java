package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Table;
import org.jspecify.annotations.Nullable;

/** The codes that guests were sent, how they were guessed at, and what guests' sessions are for. */
public final class GuestBook {

    private final Table<GuestCode> codes;
    private final Table<CodeTries> tries;
    private final Table<Binding> bindings;

    public GuestBook(Table<GuestCode> codes, Table<CodeTries> tries, Table<Binding> bindings) {
        this.codes = codes;
        this.tries = tries;
        this.bindings = bindings;
    }

    @Nullable
    GuestCode code(String guest) {
        return codes.get(guest);
    }

    CodeTries tries(String guest, String source) {
        CodeTries known = tries.get(guest + '|' + source);
        return known == null ? CodeTries.NONE : known;
    }

    @Nullable
    Binding binding(SessionId session) {
        return bindings.get(key(session));
    }

    void counted(String guest, GuestCode code, String source, CodeTries now) {
        codes.put(guest, code);
        counted(guest, source, now);
    }

    void counted(String guest, String source, CodeTries now) {
        tries.put(guest + '|' + source, now);
    }

    void spent(String guest, GuestCode code) {
        codes.put(guest, code);
    }

    void bound(SessionId session, Binding binding) {
        bindings.put(key(session), binding);
    }

    void unbound(SessionId session) {
        bindings.remove(key(session));
    }

    /** The counts go by themselves, after a day, so that nobody gets more guesses by being forgotten. */
    void forget(String guest) {
        GuestCode code = codes.get(guest);
        if (code != null) {
            codes.put(guest, code.spent());
        }
    }

    private static String key(SessionId session) {
        return session.account() + '|' + session.id();
    }
}
