package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.MapTable;
import io.onsale.topologies.kit.domain.Sealed;
import io.onsale.topologies.testing.Trial;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Accounts to test with. */
final class Accounts {

    static final Instant START = Instant.parse("2030-01-01T10:00:00Z");
    static final String EMAIL = "email:0a1b";

    private Accounts() {}

    static Trial<AccountsView, AccountsCommand, AccountsEvent> under(String key) {
        AccountsBooks books = new AccountsBooks(new MapTable<>(), new MapTable<>());
        return new Trial<>(new AccountsDecider(), books, key, START);
    }

    static AccountsCommand.SignUp signUp(String account, Role role) {
        return new AccountsCommand.SignUp(account, role, secrets(), person());
    }

    static Account account(String id, Role role) {
        return new Account(id, role, secrets(), person(), START);
    }

    private static Secrets secrets() {
        return new Secrets(sealed("hash"), sealed("key"));
    }

    private static Person person() {
        return new Person(sealed("ann@example.org"), sealed("Ann"), null);
    }

    private static Sealed sealed(String text) {
        return Sealed.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
