package io.onsale.edge.views;

import io.onsale.schemas.accounts.AccountState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which accounts gave which phone number; several may give one. */
final class Phones {

    private final Function<AccountState, Optional<String>> phoneKey;
    private final Map<String, Set<String>> accounts = new ConcurrentHashMap<>();

    /**
     * Nobody's yet.
     *
     * @param phoneKey what stands for an account's phone number, where it has one
     */
    Phones(Function<AccountState, Optional<String>> phoneKey) {
        this.phoneKey = phoneKey;
    }

    boolean has(String key) {
        return accounts.containsKey(key);
    }

    void add(AccountState state) {
        phoneKey.apply(state)
                .ifPresent(key -> accounts.computeIfAbsent(key, unused -> ConcurrentHashMap.newKeySet())
                        .add(state.getAccountId()));
    }

    /** One that was given before is known no more, unless it is the same account's still; that one is known all along. */
    void replace(AccountState before, AccountState state) {
        add(state);
        boolean kept = before.getAccountId().equals(state.getAccountId())
                && phoneKey.apply(before).equals(phoneKey.apply(state));
        if (!kept) {
            remove(before);
        }
    }

    void remove(AccountState state) {
        phoneKey.apply(state)
                .ifPresent(key -> accounts.computeIfPresent(key, (unused, ids) -> without(ids, state.getAccountId())));
    }

    private static @Nullable Set<String> without(Set<String> ids, String id) {
        ids.remove(id);
        return ids.isEmpty() ? null : ids;
    }
}
