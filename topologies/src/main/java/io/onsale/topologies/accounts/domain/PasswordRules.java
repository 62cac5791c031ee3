package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsCommand.ChangePassword;
import io.onsale.topologies.accounts.domain.AccountsCommand.RequestReset;
import io.onsale.topologies.accounts.domain.AccountsCommand.ResetPassword;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.CodeFailed;
import io.onsale.topologies.accounts.domain.AccountsEvent.LoginJudged;
import io.onsale.topologies.accounts.domain.AccountsEvent.PasswordChanged;
import io.onsale.topologies.accounts.domain.AccountsEvent.PasswordReset;
import io.onsale.topologies.accounts.domain.AccountsEvent.ResetRequested;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which an account gets another password: from whoever types the one it has, or the code that was sent to its email address.
 *
 * <p>An email address that nobody has is judged like any other, but sent nothing.
 */
final class PasswordRules {

    private static final Refusal WRONG_KEY = Refusal.of("wrong_key", "A password is keyed by the email address.");

    private final LoginRules logins;
    private final CodeRules codes;

    PasswordRules(LoginRules logins, RightCodes codes) {
        this.logins = logins;
        this.codes = new CodeRules(codes, CodeUse.PASSWORD);
    }

    /** Typing the former password is a guess like a login. */
    Decision<AccountsEvent> change(AccountsView view, ChangePassword change, Instant at) {
        Account account = view.account();
        if (account == null || !account.id().equals(change.account())) {
            return AccountRules.unknown();
        }
        Decision<AccountsEvent> typed = logins.judge(view, change.current(), at);
        if (!(typed.answer() instanceof LoginJudged judged) || !judged.accepted()) {
            return typed;
        }
        PasswordChanged changed = new PasswordChanged(account.withPassword(change.credential()), change.session());
        List<AccountsEvent> events = new ArrayList<>(typed.events());
        events.add(changed);
        return new Decision<>(List.copyOf(events), changed);
    }

    Decision<AccountsEvent> request(AccountsView view, RequestReset request, Instant at) {
        if (!CodeUse.PASSWORD.isFor(view)) {
            return refuse(WRONG_KEY);
        }
        CodeRules.Asked asked = codes.ask(view, request.source(), at);
        ResetRequested requested = new ResetRequested(asked.code(), request.source(), asked.tries(), view.account());
        return asked.isSent() ? Decision.of(requested) : Decision.answer(requested);
    }

    Decision<AccountsEvent> reset(AccountsView view, ResetPassword reset, Instant at) {
        if (!CodeUse.PASSWORD.isFor(view)) {
            return refuse(WRONG_KEY);
        }
        Account account = view.account();
        return switch (codes.judge(view, reset.proof(), reset.source(), at)) {
            case CodeRules.Right right -> reset(account, reset, right);
            case CodeRules.Wrong wrong ->
                Decision.of(new CodeFailed(wrong.code(), reset.source(), wrong.tries(), account));
            case CodeRules.InVain inVain -> Decision.answer(new AccountRefused(CodeRules.WRONG, null));
        };
    }

    /** What another's key sealed, or one that was thrown away, nobody could open; the edge that knew no better sends it again. */
    private static Decision<AccountsEvent> reset(
            @Nullable Account account, ResetPassword reset, CodeRules.Right right) {
        if (account == null) {
            return Decision.answer(new AccountRefused(CodeRules.WRONG, null));
        }
        return account.id().equals(reset.account())
                ? Decision.of(
                        new PasswordReset(account.withPassword(reset.credential()), right.spent(), reset.source()))
                : Decision.answer(new AccountRefused(LoginRules.STALE, account));
    }

    private static Decision<AccountsEvent> refuse(Refusal why) {
        return Decision.of(new AccountRefused(why, null));
    }
}
