package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What guests' sessions are for. */
final class BindingBook {

    private final Table<Binding> bindings;

    BindingBook(Table<Binding> bindings) {
        this.bindings = bindings;
    }

    @Nullable
    Binding binding(SessionId session, Instant at) {
        Binding binding = bindings.get(key(session));
        return binding == null || binding.expired(at) ? null : binding;
    }

    void bound(SessionId session, Binding binding) {
        bindings.put(key(session), binding);
    }

    void unbound(SessionId session) {
        bindings.remove(key(session));
    }

    private static String key(SessionId session) {
        return session.account() + '|' + session.id();
    }
}
