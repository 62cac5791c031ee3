package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsCommand.BindSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.ChangePassword;
import io.onsale.topologies.accounts.domain.AccountsCommand.ChangePerson;
import io.onsale.topologies.accounts.domain.AccountsCommand.CloseSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.CountOrderCode;
import io.onsale.topologies.accounts.domain.AccountsCommand.DeleteAccount;
import io.onsale.topologies.accounts.domain.AccountsCommand.EndOtherSessions;
import io.onsale.topologies.accounts.domain.AccountsCommand.EndSessions;
import io.onsale.topologies.accounts.domain.AccountsCommand.GrantRole;
import io.onsale.topologies.accounts.domain.AccountsCommand.OpenSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.ProveContact;
import io.onsale.topologies.accounts.domain.AccountsCommand.RecordIdentity;
import io.onsale.topologies.accounts.domain.AccountsCommand.ReportLogin;
import io.onsale.topologies.accounts.domain.AccountsCommand.RequestCode;
import io.onsale.topologies.accounts.domain.AccountsCommand.RequestReset;
import io.onsale.topologies.accounts.domain.AccountsCommand.ResetPassword;
import io.onsale.topologies.accounts.domain.AccountsCommand.RotateSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.SignUp;
import io.onsale.topologies.accounts.domain.AccountsCommand.UnbindSession;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Instant;
import java.util.List;

/** Decides who has which email address and role, whose login, code and refresh token count. */
public final class AccountsDecider implements Decider<AccountsView, AccountsCommand, AccountsEvent> {

    private final SignUpRules signUps = new SignUpRules();
    private final AccountRules accounts = new AccountRules();
    private final LoginRules logins = new LoginRules();
    private final SessionRules sessions = new SessionRules();
    private final GuestRules guests;
    private final PasswordRules passwords;

    /** Needs to know what the right codes look like. */
    public AccountsDecider(RightCodes codes) {
        this.guests = new GuestRules(codes);
        this.passwords = new PasswordRules(logins, codes);
    }

    @Override
    public List<AccountsEvent> due(AccountsView view, AccountsCommand command, Instant at) {
        return List.of(); // an expired session is seen to be so; nobody needs to be told
    }

    @Override
    public Decision<AccountsEvent> decide(AccountsView view, AccountsCommand command, Instant at) {
        return switch (command) {
            case SignUp signUp -> Decision.of(signUps.judge(view, signUp, at));
            case GrantRole grant -> accounts.grant(view, grant);
            case RecordIdentity record -> accounts.verified(view, record);
            case DeleteAccount delete ->
                GuestRules.isGuest(view) ? guests.delete(view, delete) : accounts.delete(view, delete);
            case ReportLogin login -> logins.judge(view, login, at);
            case RequestCode request -> guests.request(view, request, at);
            case ProveContact prove -> guests.prove(view, prove, at);
            case CountOrderCode count -> count.givenBack() ? guests.countBack(view, at) : guests.count(view, at);
            case BindSession bind -> guests.bind(view, bind, at);
            case UnbindSession unbind -> guests.unbind(view, unbind, at);
            case ChangePassword change -> passwords.change(view, change, at);
            case RequestReset request -> passwords.request(view, request, at);
            case ResetPassword reset -> passwords.reset(view, reset, at);
            case ChangePerson change -> accounts.change(view, change);
            case EndOtherSessions end -> sessions.endOthers(view, end, at);
            case OpenSession open -> sessions.open(view, open, at);
            case RotateSession rotate -> sessions.rotate(view, rotate, at);
            case CloseSession close -> sessions.close(view, close, at);
            case EndSessions end -> sessions.endAll(view, end, at);
        };
    }
}
