package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsCommand.ProveContact;
import io.onsale.topologies.accounts.domain.AccountsCommand.RequestCode;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.CodeFailed;
import io.onsale.topologies.accounts.domain.AccountsEvent.CodeRequested;
import io.onsale.topologies.accounts.domain.AccountsEvent.ContactProven;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rules by which somebody without an account proves a contact. */
final class GuestRules {

    static final String GUEST = "guest:";
    private static final Refusal WRONG =
            Refusal.of("wrong_code", "This is not the code that was sent last, or it is not good any more.");
    private static final Refusal WRONG_KEY = Refusal.of("wrong_key", "A guest is keyed by the contact.");

    private final GuestCodes codes;

    GuestRules(GuestCodes codes) {
        this.codes = codes;
    }

    /** Asking too often is answered like asking: nobody but the contact's owner learns what was sent. */
    Decision<AccountsEvent> request(AccountsView view, RequestCode request, Instant at) {
        if (!view.key().startsWith(GUEST)) {
            return refuse(WRONG_KEY);
        }
        GuestCode before = view.code();
        if (before == null) {
            return Decision.of(new CodeRequested(contact(view), GuestCode.first(at), request.recipient()));
        }
        return at.isBefore(before.nextFrom())
                ? Decision.answer(new CodeRequested(contact(view), before, request.recipient()))
                : Decision.of(new CodeRequested(contact(view), before.next(at), request.recipient()));
    }

    Decision<AccountsEvent> prove(AccountsView view, ProveContact prove, Instant at) {
        if (!view.key().startsWith(GUEST)) {
            return refuse(WRONG_KEY);
        }
        @Nullable GuestCode code = view.code();
        if (code == null || !code.good(at)) {
            return Decision.answer(new AccountRefused(WRONG, null));
        }
        return codes.proof(contact(view), code.attempt()).equals(prove.proof())
                ? Decision.of(new ContactProven(view.key(), code.spent()))
                : Decision.of(new CodeFailed(code.failed()));
    }

    private static String contact(AccountsView view) {
        return view.key().substring(GUEST.length());
    }

    private static Decision<AccountsEvent> refuse(Refusal why) {
        return Decision.of(new AccountRefused(why, null));
    }
}
