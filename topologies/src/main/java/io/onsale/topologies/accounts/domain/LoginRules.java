package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsCommand.ReportLogin;
import io.onsale.topologies.accounts.domain.AccountsEvent.LoginJudged;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Instant;

/**
 * The rules by which logins are let in: passwords of one email address are guessed in one order, whichever edge they are guessed at.
 *
 * <p>An address that nobody has is judged like any other. While it is locked a right password is refused like a wrong one, so that guessing on
 * tells nothing; those refusals don't happen in the log, so that they can't fill it with events.
 */
final class LoginRules {

    Decision<AccountsEvent> judge(AccountsView view, ReportLogin login, Instant at) {
        Logins before = view.logins();
        if (before.locked(at)) {
            return Decision.answer(new LoginJudged(false, before, view.account()));
        }
        if (!login.matched()) {
            return Decision.of(new LoginJudged(false, before.failed(at), view.account()));
        }
        LoginJudged letIn = new LoginJudged(true, Logins.NONE, view.account());
        return before.failures() == 0 ? Decision.answer(letIn) : Decision.of(letIn);
    }
}
