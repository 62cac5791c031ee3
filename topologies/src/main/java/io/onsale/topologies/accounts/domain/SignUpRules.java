package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsCommand.SignUp;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountOpened;
import io.onsale.topologies.accounts.domain.AccountsEvent.SignUpRefused;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;

/** The rules by which an email address gets an account. */
final class SignUpRules {

    private static final String EMAIL_KEY = "email:";

    AccountsEvent judge(AccountsView view, SignUp signUp, Instant at) {
        if (!view.key().startsWith(EMAIL_KEY)) {
            return new SignUpRefused(
                    Refusal.of("wrong_key", "A sign-up is keyed by its email address."), signUp.accountId(), null);
        }
        Account holder = view.account();
        if (holder != null) {
            return new SignUpRefused(
                    Refusal.of("email_taken", "This email address has an account."), signUp.accountId(), holder);
        }
        if (!signUp.role().openToAnyone()) {
            return new SignUpRefused(
                    Refusal.of("role_not_open", "One can sign up as a fan or an organizer."), signUp.accountId(), null);
        }
        return new AccountOpened(
                Account.opened(signUp.accountId(), signUp.role(), signUp.secrets(), signUp.person(), at));
    }
}
