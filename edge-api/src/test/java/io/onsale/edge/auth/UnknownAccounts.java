package io.onsale.edge.auth;

import io.onsale.schemas.accounts.AccountState;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** A view in which there is no account. */
public record UnknownAccounts() implements Accounts {

    @Override
    public Optional<AccountState> byEmailKey(String emailKey) {
        return Optional.empty();
    }

    @Override
    public Optional<AccountState> byId(String accountId) {
        return Optional.empty();
    }

    @Override
    public Optional<ByteBuffer> newestKey(String personId) {
        return Optional.empty();
    }

    @Override
    public boolean isDeleted(String accountId) {
        return false;
    }

    @Override
    public boolean await(String emailKey, long sequence, Duration patience) {
        return false;
    }
}
