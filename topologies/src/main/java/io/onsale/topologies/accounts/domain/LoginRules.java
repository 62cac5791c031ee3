package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsCommand.ReportLogin;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.LoginJudged;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which logins are let in: passwords of one email address are guessed in one order, whichever edge they are guessed at.
 *
 * <p>Guesses are counted strictly for each address they come from, so that a stranger's lock out nobody but the stranger, and generously over all addresses.
 * An email address that nobody has is judged like any other. While it is locked a right password is refused like a wrong one, so that guessing on
 * tells nothing; those refusals don't happen in the log, so that they can't fill it with events.
 *
 * <p>A password that was compared with one that the account does not have any more is judged neither right nor wrong: the edge was behind.
 */
final class LoginRules {

    /** Told to edges, which compare once more. */
    static final Refusal STALE = Refusal.of("password_changed", "The account has another password meanwhile.");

    Decision<AccountsEvent> judge(AccountsView view, ReportLogin login, Instant at) {
        Logins from = view.logins(login.source(), at);
        Logins all = view.logins(at);
        if (from.locked(at) || all.locked(at)) {
            return Decision.answer(new LoginJudged(false, login.source(), from, all, view.account()));
        }
        if (isStale(view.account(), login.generation())) {
            return Decision.answer(new AccountRefused(STALE, view.account()));
        }
        if (!login.matched()) {
            return Decision.of(new LoginJudged(
                    false,
                    login.source(),
                    from.failed(at, Logins.FREE_FROM_ONE),
                    all.failed(at, Logins.FREE_IN_ALL),
                    view.account()));
        }
        LoginJudged letIn = new LoginJudged(true, login.source(), Logins.NONE, Logins.NONE, view.account());
        return from.failures() == 0 && all.failures() == 0 ? Decision.answer(letIn) : Decision.of(letIn);
    }

    private static boolean isStale(@Nullable Account account, @Nullable Integer generation) {
        return generation != null && (account == null || account.passwordGeneration() != generation);
    }
}
