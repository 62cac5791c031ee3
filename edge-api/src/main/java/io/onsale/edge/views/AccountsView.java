package io.onsale.edge.views;

import io.onsale.schemas.accounts.AccountState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Every account as it stands, found by the HMAC of its email or by its id. */
public final class AccountsView implements View<AccountState> {
    private final Map<String, AccountState> byEmailKey = new ConcurrentHashMap<>();
    private final Map<String, AccountState> byId = new ConcurrentHashMap<>();
    private final Progress progress = new Progress();

    /** The account of an email's key. */
    public Optional<AccountState> byEmailKey(String emailKey) {
        return Optional.ofNullable(byEmailKey.get(emailKey));
    }

    /** The account of an id. */
    public Optional<AccountState> byId(String accountId) {
        return Optional.ofNullable(byId.get(accountId));
    }

    public Progress progress() {
        return progress;
    }

    @Override
    public void apply(String emailKey, @Nullable AccountState state) {
        if (state == null) {
            AccountState gone = byEmailKey.remove(emailKey);
            if (gone != null) {
                byId.remove(gone.getAccountId());
            }
            return;
        }
        if (state.getSequence() < progress.of(emailKey)) {
            return;
        }
        byEmailKey.put(emailKey, state);
        byId.put(state.getAccountId(), state);
        progress.advance(emailKey, state.getSequence());
    }
}
