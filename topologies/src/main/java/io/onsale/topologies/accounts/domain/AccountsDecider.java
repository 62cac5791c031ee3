package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsCommand.CloseSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.OpenSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.RotateSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.SignUp;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Instant;
import java.util.List;

/** Decides who has which email address, and which refresh token is valid. */
public final class AccountsDecider implements Decider<AccountsView, AccountsCommand, AccountsEvent> {

    private final SignUpRules signUps = new SignUpRules();
    private final SessionRules sessions = new SessionRules();

    @Override
    public List<AccountsEvent> due(AccountsView view, AccountsCommand command, Instant at) {
        return List.of(); // an expired session is seen to be so; nobody needs to be told
    }

    @Override
    public Decision<AccountsEvent> decide(AccountsView view, AccountsCommand command, Instant at) {
        return switch (command) {
            case SignUp signUp -> Decision.of(signUps.judge(view, signUp, at));
            case OpenSession open -> sessions.open(view, open, at);
            case RotateSession rotate -> sessions.rotate(view, rotate, at);
            case CloseSession close -> sessions.close(view, close, at);
        };
    }
}
