package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Table;
import org.jspecify.annotations.Nullable;

/** Whose an email address is. */
final class IdentityBook {

    private final Table<Account> accountsByEmail;

    IdentityBook(Table<Account> accountsByEmail) {
        this.accountsByEmail = accountsByEmail;
    }

    @Nullable
    Account holder(String emailKey) {
        return accountsByEmail.get(emailKey);
    }

    void put(String emailKey, Account account) {
        accountsByEmail.put(emailKey, account);
    }

    void remove(String emailKey) {
        accountsByEmail.remove(emailKey);
    }
}
