package io.onsale.edge;

import io.onsale.edge.auth.Accounts;
import io.onsale.edge.views.AccountsView;
import io.onsale.schemas.accounts.AccountState;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** Accounts as they are in view. */
record ViewedAccounts(AccountsView view) implements Accounts {

    @Override
    public Optional<AccountState> byEmailKey(String emailKey) {
        return view.byEmailKey(emailKey);
    }

    @Override
    public Optional<AccountState> byId(String accountId) {
        return view.byId(accountId);
    }

    @Override
    public Optional<ByteBuffer> newestKey(String personId) {
        return view.newestKey(personId);
    }

    @Override
    public boolean isDeleted(String accountId) {
        return view.isDeleted(accountId);
    }

    @Override
    public boolean await(String emailKey, long sequence, Duration patience) {
        try {
            return view.progress().await(emailKey, sequence, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
