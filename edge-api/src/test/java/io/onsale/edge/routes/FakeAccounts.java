package io.onsale.edge.routes;

import io.onsale.edge.auth.Accounts;
import io.onsale.schemas.accounts.AccountState;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accounts in a map. */
final class FakeAccounts implements Accounts {

    private final Map<String, AccountState> byEmailKey = new ConcurrentHashMap<>();
    final Set<String> deleted = ConcurrentHashMap.newKeySet();
    final Map<String, ByteBuffer> keys = new ConcurrentHashMap<>();
    private final Map<String, AccountState> late = new ConcurrentHashMap<>();

    /** Accounts come into view only once somebody waits for them. */
    void delay() {
        late.putAll(byEmailKey);
        byEmailKey.clear();
    }

    /** This instance has seen no account. */
    void forget() {
        late.clear();
        byEmailKey.clear();
    }

    /** The log knows this of an account, and this instance only once somebody waits for it. */
    void happened(String emailKey, AccountState account) {
        late.put(emailKey, account);
    }

    /** An account as the log has it. */
    Optional<AccountState> inTheLog(String emailKey) {
        return Optional.ofNullable(late.getOrDefault(emailKey, byEmailKey.get(emailKey)));
    }

    /** A provider has said who somebody is. */
    void verified(String accountId, String person) {
        byEmailKey.replaceAll((key, account) -> account.getAccountId().equals(accountId)
                ? AccountState.newBuilder(account).setIdentity(person).build()
                : account);
    }

    void put(String emailKey, AccountState account) {
        byEmailKey.put(emailKey, account);
    }

    @Override
    public Optional<AccountState> byEmailKey(String emailKey) {
        return Optional.ofNullable(byEmailKey.get(emailKey));
    }

    @Override
    public Optional<AccountState> byId(String accountId) {
        return byEmailKey.values().stream()
                .filter(account -> account.getAccountId().equals(accountId))
                .findAny();
    }

    @Override
    public Optional<ByteBuffer> newestKey(String personId) {
        return Optional.ofNullable(keys.get(personId));
    }

    @Override
    public boolean isDeleted(String accountId) {
        return deleted.contains(accountId);
    }

    @Override
    public boolean await(String emailKey, long sequence, Duration patience) {
        byEmailKey.putAll(late);
        late.clear();
        return byEmailKey.containsKey(emailKey);
    }
}
