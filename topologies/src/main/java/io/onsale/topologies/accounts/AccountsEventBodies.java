package io.onsale.topologies.accounts;

import io.onsale.schemas.accounts.AccountDeleted;
import io.onsale.schemas.accounts.AccountRefused;
import io.onsale.schemas.accounts.CodeFailed;
import io.onsale.schemas.accounts.CodeRequested;
import io.onsale.schemas.accounts.ContactProven;
import io.onsale.schemas.accounts.IdentityVerified;
import io.onsale.schemas.accounts.LoginJudged;
import io.onsale.schemas.accounts.OrderCodeCounted;
import io.onsale.schemas.accounts.OtherSessionsEnded;
import io.onsale.schemas.accounts.PasswordChanged;
import io.onsale.schemas.accounts.RoleGranted;
import io.onsale.schemas.accounts.SessionBound;
import io.onsale.schemas.accounts.SessionClosed;
import io.onsale.schemas.accounts.SessionEnd;
import io.onsale.schemas.accounts.SessionGranted;
import io.onsale.schemas.accounts.SessionRefused;
import io.onsale.schemas.accounts.SessionUnbound;
import io.onsale.schemas.accounts.SessionsEnded;
import io.onsale.schemas.accounts.SignUpRefused;
import io.onsale.topologies.accounts.domain.Account;
import io.onsale.topologies.accounts.domain.AccountsEvent;
import io.onsale.topologies.kit.CommonMapping;

/** What the log says of each event; none of it is a secret. */
final class AccountsEventBodies {

    private AccountsEventBodies() {}

    static Object of(AccountsEvent event) {
        return switch (event) {
            case AccountsEvent.AccountOpened opened -> AccountMapping.opened(opened.account());
            case AccountsEvent.SignUpRefused refused -> new SignUpRefused(CommonMapping.toAvro(refused.refusal()));
            case AccountsEvent.AccountRefused refused -> new AccountRefused(CommonMapping.toAvro(refused.refusal()));
            case AccountsEvent.RoleGranted granted -> roleGranted(granted.account());
            case AccountsEvent.IdentityVerified verified -> identityVerified(verified.account());
            case AccountsEvent.AccountDeleted deleted ->
                new AccountDeleted(deleted.account().id());
            case AccountsEvent.LoginJudged judged ->
                new LoginJudged(
                        judged.accepted(),
                        judged.from().failures(),
                        judged.lockedUntil(),
                        judged.source(),
                        judged.all().failures());
            case AccountsEvent.CodeRequested requested ->
                new CodeRequested(requested.code().attempt(), requested.code().expiresAt(), requested.source());
            case AccountsEvent.ResetRequested requested ->
                new CodeRequested(requested.code().attempt(), requested.code().expiresAt(), requested.source());
            case AccountsEvent.PasswordChanged changed ->
                new PasswordChanged(changed.account().id(), false);
            case AccountsEvent.PasswordReset reset ->
                new PasswordChanged(reset.account().id(), true);
            case AccountsEvent.PersonChanged changed -> AccountMapping.changed(changed.account());
            case AccountsEvent.OtherSessionsEnded ended ->
                new OtherSessionsEnded(ended.account(), ended.sequence(), ended.kept());
            case AccountsEvent.OrderCodeCounted counted ->
                new OrderCodeCounted(
                        counted.orders().inWindow(), counted.orders().windowFrom());
            case AccountsEvent.ContactProven proven -> new ContactProven(proven.guest());
            case AccountsEvent.CodeFailed failed ->
                new CodeFailed(
                        failed.tries().failures(),
                        failed.source(),
                        failed.code().failures());
            case AccountsEvent.GuestDeleted deleted -> new AccountDeleted(deleted.guest());
            case AccountsEvent.SessionBound bound ->
                new SessionBound(
                        bound.session().id(),
                        bound.session().account(),
                        bound.binding().holdId());
            case AccountsEvent.SessionUnbound unbound ->
                new SessionUnbound(unbound.session().id(), unbound.session().account());
            case AccountsEvent.SessionsEnded ended -> new SessionsEnded(ended.account());
            case AccountsEvent.SessionGranted granted -> granted(granted);
            case AccountsEvent.SessionClosed closed -> closed(closed);
            case AccountsEvent.SessionRefused refused -> refused(refused);
        };
    }

    private static RoleGranted roleGranted(Account account) {
        return new RoleGranted(account.id(), AccountMapping.role(account.role()));
    }

    private static IdentityVerified identityVerified(Account account) {
        return new IdentityVerified(account.id(), "", account.identityKey());
    }

    private static SessionGranted granted(AccountsEvent.SessionGranted granted) {
        return new SessionGranted(
                granted.session().id(), granted.session().account(), granted.generation(), granted.expiresAt());
    }

    private static SessionClosed closed(AccountsEvent.SessionClosed closed) {
        return new SessionClosed(
                closed.session().id(),
                closed.session().account(),
                SessionEnd.valueOf(closed.reason().name()));
    }

    private static SessionRefused refused(AccountsEvent.SessionRefused refused) {
        return new SessionRefused(
                refused.session().id(), refused.session().account(), CommonMapping.toAvro(refused.refusal()));
    }
}
