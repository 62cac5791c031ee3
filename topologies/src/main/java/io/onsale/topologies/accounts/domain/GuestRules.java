package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.accounts.domain.AccountsCommand.BindSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.DeleteAccount;
import io.onsale.topologies.accounts.domain.AccountsCommand.ProveContact;
import io.onsale.topologies.accounts.domain.AccountsCommand.RequestCode;
import io.onsale.topologies.accounts.domain.AccountsCommand.UnbindSession;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.CodeFailed;
import io.onsale.topologies.accounts.domain.AccountsEvent.CodeRequested;
import io.onsale.topologies.accounts.domain.AccountsEvent.ContactProven;
import io.onsale.topologies.accounts.domain.AccountsEvent.GuestDeleted;
import io.onsale.topologies.accounts.domain.AccountsEvent.OrderCodeCounted;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionBound;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionUnbound;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import java.util.List;

/** The rules by which somebody without an account proves a contact, books once for each proof, and is forgotten. */
final class GuestRules {

    private static final Refusal WRONG_KEY = Refusal.of("wrong_key", "A guest is keyed by the contact.");
    private static final Refusal BOOKED =
            Refusal.of("guest_has_booked", "A guest's token covers one booking; ask for another code to book again.");

    private final CodeRules codes;

    GuestRules(RightCodes codes) {
        this.codes = new CodeRules(codes, CodeUse.GUEST);
    }

    Decision<AccountsEvent> request(AccountsView view, RequestCode request, Instant at) {
        if (!isGuest(view)) {
            return refuse(WRONG_KEY);
        }
        CodeRules.Asked asked = codes.ask(view, request.source(), at);
        CodeRequested requested = new CodeRequested(
                CodeUse.GUEST.contact(view.key()), asked.code(), request.recipient(), request.source(), asked.tries());
        return asked.isSent() ? Decision.of(requested) : Decision.answer(requested);
    }

    Decision<AccountsEvent> prove(AccountsView view, ProveContact prove, Instant at) {
        if (!isGuest(view)) {
            return refuse(WRONG_KEY);
        }
        return switch (codes.judge(view, prove.proof(), prove.source(), at)) {
            case CodeRules.Right right -> Decision.of(new ContactProven(view.key(), right.spent()));
            case CodeRules.Wrong wrong ->
                Decision.of(new CodeFailed(wrong.code(), prove.source(), wrong.tries(), null));
            case CodeRules.InVain inVain -> Decision.answer(new AccountRefused(CodeRules.WRONG, null));
        };
    }

    /** Orders of people with accounts count as well: the contact is theirs, and whoever has the account may not be. */
    Decision<AccountsEvent> count(AccountsView view, Instant at) {
        if (!isGuest(view)) {
            return refuse(WRONG_KEY);
        }
        CodeTries orders = view.orderCodes(at);
        return orders.mayAsk(at, SentCode.MAX_IN_WINDOW)
                ? Decision.of(new OrderCodeCounted(orders.asked(at)))
                : Decision.answer(new AccountRefused(tooMany(orders), null));
    }

    /** Whoever asks does so once for each order, so nobody gets codes by it that were not counted. */
    Decision<AccountsEvent> countBack(AccountsView view, Instant at) {
        CodeTries orders = view.orderCodes(at);
        return orders.mayGiveBack(at)
                ? Decision.of(new OrderCodeCounted(orders.givenBack()))
                : Decision.answer(new OrderCodeCounted(orders));
    }

    private static Refusal tooMany(CodeTries orders) {
        return Refusal.of(
                "too_many_codes",
                SentCode.MAX_IN_WINDOW + " codes were sent to this contact within an hour; order again from "
                        + orders.windowEnd() + " on.");
    }

    /** The first reservation a session orders is its only one, however often that is ordered. */
    Decision<AccountsEvent> bind(AccountsView view, BindSession bind, Instant at) {
        if (!isGuest(view) || !view.key().equals(bind.session().account())) {
            return refuse(WRONG_KEY);
        }
        Binding bound = view.binding(bind.session().id(), at);
        if (bound == null) {
            return Decision.of(new SessionBound(bind.session(), new Binding(bind.holdId(), bind.expiresAt())));
        }
        return bound.holdId().equals(bind.holdId())
                ? Decision.answer(new SessionBound(bind.session(), bound))
                : Decision.answer(new AccountRefused(BOOKED, null));
    }

    /** Whoever asks knows that no order of the reservation can come to anything any more. */
    Decision<AccountsEvent> unbind(AccountsView view, UnbindSession unbind, Instant at) {
        Binding bound = view.binding(unbind.session().id(), at);
        return bound != null && bound.holdId().equals(unbind.holdId())
                ? Decision.silently(List.of(new SessionUnbound(unbind.session())))
                : Decision.nothing();
    }

    Decision<AccountsEvent> delete(AccountsView view, DeleteAccount delete) {
        return view.key().equals(delete.account())
                ? Decision.of(new GuestDeleted(view.key(), delete.places()))
                : refuse(WRONG_KEY);
    }

    static boolean isGuest(AccountsView view) {
        return CodeUse.GUEST.isFor(view);
    }

    private static Decision<AccountsEvent> refuse(Refusal why) {
        return Decision.of(new AccountRefused(why, null));
    }
}
