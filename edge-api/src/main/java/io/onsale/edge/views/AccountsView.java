package io.onsale.edge.views;

import io.onsale.edge.auth.Guests;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.PersonKey;
import io.onsale.schemas.privacy.KeyRing;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every account as it stands, found by the HMAC of its email or by its id.
 *
 * <p>What an account is and its person's key come on two topics, in any order; an account is in view, and its key's progress told, once both are
 * there. That an account is deleted stands under its email's HMAC until somebody signs up with the same address, and under its id for ever.
 */
public final class AccountsView {
    private final Map<String, AccountState> byEmailKey = new ConcurrentHashMap<>();
    private final Map<String, AccountState> byId = new ConcurrentHashMap<>();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    /** Guests have no state: that one was deleted says the removal of the key alone, which compaction forgets long after the last token. */
    private final Set<String> guestsRemoved = ConcurrentHashMap.newKeySet();

    private final Progress progress = new Progress();
    private final KeyRing keys = new KeyRing();

    // Of the two threads that read the topics, only the one that holds this view's lock touches these.
    private final Map<String, Keyless> keyless = new HashMap<>();

    private record Keyless(String emailKey, AccountState state) {}

    /** The account of an email's key. */
    public Optional<AccountState> byEmailKey(String emailKey) {
        return Optional.ofNullable(byEmailKey.get(emailKey));
    }

    /** The account of an id. */
    public Optional<AccountState> byId(String accountId) {
        return Optional.ofNullable(byId.get(accountId));
    }

    /** The newest key of an account or a guest. */
    public Optional<ByteBuffer> newestKey(String personId) {
        return keys.of(personId).stream().findFirst();
    }

    /** Whether there was an account or a guest of this id, and is no more; a guest who asks for a code is there again. */
    public boolean isDeleted(String personId) {
        return deleted.contains(personId) || guestsRemoved.contains(personId);
    }

    public Progress progress() {
        return progress;
    }

    /** Takes in accounts without their keys. */
    public synchronized void applyState(String emailKey, @Nullable AccountState state) {
        if (state == null) {
            hide(emailKey);
        } else if (state.getDeleted() && state.getAccountId().equals(emailKey)) {
            deleted.add(state.getAccountId());
        } else if (state.getSequence() < progress.of(emailKey)) {
            return;
        } else if (state.getDeleted()) {
            hide(emailKey);
            keyless.remove(state.getAccountId());
            deleted.add(state.getAccountId());
            progress.advance(emailKey, state.getSequence());
        } else {
            complete(emailKey, state);
        }
    }

    /** Takes in keys, of guests as well. */
    public synchronized void applyKey(String personId, @Nullable PersonKey key) {
        keys.apply(personId, key);
        if (key != null) {
            guestsRemoved.remove(personId);
        } else if (Guests.isGuest(personId)) {
            guestsRemoved.add(personId);
        }
        Keyless waiting = key == null ? null : keyless.remove(personId);
        if (waiting != null) {
            complete(waiting.emailKey(), waiting.state());
        }
    }

    private void complete(String emailKey, AccountState state) {
        if (state.getPersonKey() != null) {
            show(emailKey, state);
            return;
        }
        newestKey(state.getAccountId())
                .ifPresentOrElse(
                        key -> show(
                                emailKey,
                                AccountState.newBuilder(state).setPersonKey(key).build()),
                        () -> keyless.put(state.getAccountId(), new Keyless(emailKey, state)));
    }

    private void show(String emailKey, AccountState state) {
        AccountState before = byEmailKey.put(emailKey, state);
        byId.put(state.getAccountId(), state);
        if (before != null && !before.getAccountId().equals(state.getAccountId())) {
            byId.remove(before.getAccountId());
        }
        progress.advance(emailKey, state.getSequence());
    }

    private void hide(String emailKey) {
        AccountState gone = byEmailKey.remove(emailKey);
        if (gone != null) {
            byId.remove(gone.getAccountId());
        }
    }
}
