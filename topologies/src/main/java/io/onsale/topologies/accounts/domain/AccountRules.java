package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsCommand.ChangePerson;
import io.onsale.topologies.accounts.domain.AccountsCommand.DeleteAccount;
import io.onsale.topologies.accounts.domain.AccountsCommand.GrantRole;
import io.onsale.topologies.accounts.domain.AccountsCommand.RecordIdentity;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountDeleted;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.IdentityVerified;
import io.onsale.topologies.accounts.domain.AccountsEvent.PersonChanged;
import io.onsale.topologies.accounts.domain.AccountsEvent.RoleGranted;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.kit.domain.Sealed;
import org.jspecify.annotations.Nullable;

/** The rules by which an account changes and ends. */
final class AccountRules {

    Decision<AccountsEvent> grant(AccountsView view, GrantRole grant) {
        Account account = view.account();
        if (account == null) {
            return unknown();
        }
        if (!grant.role().forAccounts()) {
            return Decision.of(
                    new AccountRefused(Refusal.of("role_not_grantable", "No account can have this role."), account));
        }
        RoleGranted granted = new RoleGranted(account.withRole(grant.role()));
        return account.role() == grant.role() ? Decision.answer(granted) : Decision.of(granted);
    }

    Decision<AccountsEvent> verified(AccountsView view, RecordIdentity record) {
        Account account = account(view, record.account());
        if (account == null) {
            return unknown();
        }
        if (account.identityKey() == null) {
            return Decision.of(new IdentityVerified(account.withIdentity(record.identityKey())));
        }
        return account.identityKey().equals(record.identityKey())
                ? Decision.answer(new IdentityVerified(account))
                : Decision.of(new AccountRefused(
                        Refusal.of("identity_differs", "This account is another person's, as was verified before."),
                        account));
    }

    Decision<AccountsEvent> delete(AccountsView view, DeleteAccount delete) {
        Account account = account(view, delete.account());
        return account == null ? unknown() : Decision.of(new AccountDeleted(account, delete.places()));
    }

    Decision<AccountsEvent> change(AccountsView view, ChangePerson change) {
        Account account = account(view, change.account());
        if (account == null) {
            return unknown();
        }
        Person before = account.person();
        @Nullable Sealed kept = change.withoutPhone() ? null : before.phone();
        Person now = new Person(
                before.email(),
                change.name() == null ? before.name() : change.name(),
                change.phone() == null ? kept : change.phone());
        return Decision.of(new PersonChanged(account.withPerson(now)));
    }

    /** The address may have gone to somebody else meanwhile. */
    private static @Nullable Account account(AccountsView view, String id) {
        Account holder = view.account();
        return holder != null && holder.id().equals(id) ? holder : null;
    }

    static Decision<AccountsEvent> unknown() {
        return Decision.of(new AccountRefused(Refusal.of("unknown_account", "There is no such account."), null));
    }
}
