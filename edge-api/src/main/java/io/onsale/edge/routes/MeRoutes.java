package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.Throttles.Call;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.routes.OwnAccount.Mine;
import io.onsale.edge.views.catalogue.CatalogueView;
import io.onsale.edge.views.orders.OrdersView;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountDeleted;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.DeleteAccount;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.common.Refusal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of whoever asks, and the end of it. */
final class MeRoutes implements Routes {

    private static final String DELETE = "DELETE /api/me";
    private static final int MOST_NAMED = 10;

    private final OwnAccount own;
    private final Commands commands;
    private final VersionHeaders versions;
    private final LoginGate gate;
    private final Throttles throttles;
    private final CatalogueView catalogue;
    private final OrdersView orders;
    private final OrderJson orderJson;
    private final Lines lines;
    private final Clock clock;

    MeRoutes(
            OwnAccount own,
            Commands commands,
            VersionHeaders versions,
            LoginGate gate,
            Throttles throttles,
            CatalogueView catalogue,
            OrdersView orders,
            OrderJson orderJson,
            Lines lines,
            Clock clock) {
        this.own = own;
        this.commands = commands;
        this.versions = versions;
        this.gate = gate;
        this.throttles = throttles;
        this.catalogue = catalogue;
        this.orders = orders;
        this.orderJson = orderJson;
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/me", this::me);
        routes.get("/api/me/export", this::export);
        routes.delete("/api/me", this::delete);
    }

    private void me(Context ctx) {
        Caller caller = own.caller(ctx);
        Json.answer(ctx, 200, MyJson.me(caller, own.find(caller)));
    }

    private void export(Context ctx) {
        Caller caller = own.caller(ctx);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("exported_at", clock.instant().toString());
        answer.put("user_id", caller.accountId());
        own.find(caller).ifPresent(mine -> answer.put("account", MyJson.account(mine)));
        answer.put(
                "orders",
                orders.of(caller.accountId()).stream().map(orderJson::of).toList());
        Json.answer(ctx, 200, answer);
    }

    private void delete(Context ctx) {
        throttles.take(ctx, Call.DELETE);
        Caller caller = own.callers().requireBuyer(ctx);
        if (caller.role() == Role.GUEST) {
            // The token is the proof, not half an hour old, that the contact is the caller's.
            delete(ctx, caller, caller.accountId());
            return;
        }
        String password = SignUpBody.password(Bodies.object(ctx));
        Mine mine = own.require(ctx);
        gate.confirm(ctx, DELETE, mine.emailKey(), password);
        leaveNothingToCome(mine.caller());
        delete(ctx, mine.caller(), mine.emailKey());
    }

    /**
     * Or there would be nobody to call an organizer's dates off. Accounts knows of no events, so it is this edge's view that says so; what is published in
     * that instant is left to operators, who may do as much.
     */
    private void leaveNothingToCome(Caller caller) {
        List<String> toCome = catalogue.toCome(caller.accountId(), clock.instant(), MOST_NAMED);
        if (!toCome.isEmpty()) {
            throw Problem.of(
                            409,
                            "events_to_come",
                            "You have published dates that are still to come. Call them off, or wait until they have begun; then delete the account.")
                    .with("subjects", toCome)
                    .toException();
        }
    }

    private void delete(Context ctx, Caller caller, String key) {
        DeleteAccount command = new DeleteAccount(caller.accountId(), lines.of(caller.accountId()));
        AccountReply reply = commands.ask(
                Requests.plain(ctx, DELETE, caller.actor()),
                Exchange.ACCOUNTS,
                key,
                envelope -> new AccountCommand(envelope, command));
        if (caller.role() != Role.GUEST) {
            versions.answer(ctx, new Version(Domain.ACCOUNTS, key, reply.getSequence()));
        }
        switch (reply.getOutcome()) {
            case AccountDeleted deleted -> ctx.status(204);
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }
}
