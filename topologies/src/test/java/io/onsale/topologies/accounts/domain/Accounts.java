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
        AccountsBooks books = books(new MapTable<>(), new MapTable<>());
        return new Trial<>(decider(), books, key, START);
    }

    static AccountsCommand.SignUp signUp(String account, Role role) {
        return new AccountsCommand.SignUp(account, role, secrets(), person());
    }

    static Account account(String id, Role role) {
        return Account.opened(id, role, secrets(), person(), START);
    }

    static AccountsBooks books(MapTable<Session> sessions, MapTable<Ending> endings) {
        return new AccountsBooks(
                new MapTable<>(),
                sessions,
                endings,
                new MapTable<>(),
                new CodeBook(new MapTable<>(), new MapTable<>()),
                new MapTable<>());
    }

    /** Knows the codes that these tests make. */
    static AccountsDecider decider() {
        return new AccountsDecider((use, contact, attempt) -> proof(code(contact, attempt)));
    }

    static String code(String contact, int attempt) {
        return contact + attempt;
    }

    static Sealed proof(String code) {
        return sealed("proof of " + code);
    }

    private static Secrets secrets() {
        return new Secrets(sealed("hash"), null);
    }

    private static Person person() {
        return new Person(sealed("ann@example.org"), sealed("Ann"), null);
    }

    static Sealed sealed(String text) {
        return Sealed.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
}
