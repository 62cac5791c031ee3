package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.auth.Accounts;
import io.onsale.edge.auth.Passwords;
import io.onsale.edge.auth.People;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.ReportLogin;
import io.onsale.schemas.common.Refusal;
import java.util.Optional;

/** Compares passwords that are typed with the one that an account has in view; what comes of it the log says. */
final class Guesses {

    private final Accounts accounts;
    private final People people;
    private final Passwords passwords;
    private final Sources sources;

    /**
     * A password that was compared.
     *
     * @param account whose it was compared with, where the email is anybody's
     * @param report says to the log how it went
     */
    record Guess(Optional<AccountState> account, ReportLogin report) {}

    Guesses(Accounts accounts, People people, Passwords passwords, Sources sources) {
        this.accounts = accounts;
        this.people = people;
        this.passwords = passwords;
        this.sources = sources;
    }

    /** Takes as long for an email that nobody has. */
    Guess of(Context ctx, String emailKey, String password) {
        Optional<AccountState> account = find(emailKey, password);
        boolean matched = account.filter(it -> matches(it, password)).isPresent();
        ReportLogin report = ReportLogin.newBuilder()
                .setMatched(matched)
                .setSource(sources.of(ctx))
                .setGeneration(account.map(AccountState::getPasswordGeneration).orElse(null))
                .build();
        return new Guess(account, report);
    }

    boolean matches(AccountState account, String password) {
        return passwords.matches(password, people.passwordHash(account));
    }

    /** Whether the log knows of another password than the one in view, so that this instance was behind. */
    static boolean wasBehind(AccountReply reply) {
        return reply.getOutcome() instanceof Refusal refusal
                && refusal.getCode().equals("password_changed");
    }

    /** The time that it takes for an email that nobody has is also the time in which an account of another edge comes into view. */
    private Optional<AccountState> find(String emailKey, String password) {
        Optional<AccountState> account = accounts.byEmailKey(emailKey);
        if (account.isPresent()) {
            return account;
        }
        passwords.pretendToCheck(password);
        return accounts.byEmailKey(emailKey);
    }
}
