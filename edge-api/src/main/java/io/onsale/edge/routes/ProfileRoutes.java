package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.People.Change;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.Throttles.Call;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.routes.OwnAccount.Mine;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.ChangePerson;
import io.onsale.schemas.accounts.PersonChanged;
import io.onsale.schemas.common.Refusal;
import java.util.Optional;

/** Changing what one has told about oneself. */
final class ProfileRoutes implements Routes {

    private static final String CHANGE = "PATCH /api/me";

    private final OwnAccount own;
    private final Commands commands;
    private final VersionHeaders versions;
    private final Throttles throttles;

    ProfileRoutes(OwnAccount own, Commands commands, VersionHeaders versions, Throttles throttles) {
        this.own = own;
        this.commands = commands;
        this.versions = versions;
        this.throttles = throttles;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.patch("/api/me", this::change);
    }

    private void change(Context ctx) {
        throttles.take(ctx, Call.PROFILE);
        own.caller(ctx);
        Fields body = Bodies.object(ctx);
        Change change = SignUpBody.change(body, own.people().contacts());
        Mine mine = own.require(ctx);
        ChangePerson command = own.people().change(mine.state(), change);
        AccountReply reply = commands.ask(
                Requests.changing(ctx, CHANGE, mine.caller().actor(), body.canonical()),
                Exchange.ACCOUNTS,
                mine.emailKey(),
                envelope -> new AccountCommand(envelope, command));
        switch (reply.getOutcome()) {
            case PersonChanged changed -> {
                versions.answer(ctx, new Version(Domain.ACCOUNTS, mine.emailKey(), reply.getSequence()));
                Json.answer(ctx, 200, MyJson.me(mine.caller(), Optional.of(now(mine, changed))));
            }
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    /** As the log says, which this instance may not have seen yet. */
    private Mine now(Mine mine, PersonChanged changed) {
        AccountState state = AccountState.newBuilder(mine.state())
                .setName(changed.getName())
                .setPhone(changed.getPhone())
                .build();
        return new Mine(mine.caller(), state, own.people().person(state), mine.emailKey());
    }
}
