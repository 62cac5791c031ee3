package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Accounts;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.People;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.GrantRole;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.RoleGranted;
import io.onsale.schemas.common.Refusal;
import java.util.Locale;
import java.util.Map;

/** What operators let others do. */
final class RoleRoutes implements Routes {

    private static final String GRANT = "POST /api/accounts/{account_id}/role";
    private static final int MAX_ROLE = 20;

    private final Callers callers;
    private final Commands commands;
    private final VersionHeaders versions;
    private final Accounts accounts;
    private final People people;

    RoleRoutes(Callers callers, Commands commands, VersionHeaders versions, Accounts accounts, People people) {
        this.callers = callers;
        this.commands = commands;
        this.versions = versions;
        this.accounts = accounts;
        this.people = people;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/accounts/{account_id}/role", this::grant);
    }

    private void grant(Context ctx) {
        Caller caller = callers.require(ctx, Role.OPERATOR);
        String accountId = Params.id(ctx, "account_id");
        GrantRole grant = new GrantRole(role(Bodies.object(ctx)));
        String key = accounts.byId(accountId)
                .map(people::person)
                .map(person -> people.emailKey(person.email()))
                .orElseThrow(RoleRoutes::unknown);
        AccountReply reply = commands.ask(
                Requests.plain(ctx, GRANT, caller.actor()),
                Exchange.ACCOUNTS,
                key,
                envelope -> new AccountCommand(envelope, grant));
        versions.answer(ctx, new Version(Domain.ACCOUNTS, key, reply.getSequence()));
        switch (reply.getOutcome()) {
            case RoleGranted granted -> Json.answer(ctx, 200, json(granted));
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private static Role role(Fields body) {
        String word = body.text("role", 1, MAX_ROLE);
        try {
            Role role = Role.valueOf(word.toUpperCase(Locale.ROOT));
            if (role != Role.GUEST) {
                return role;
            }
        } catch (IllegalArgumentException e) {
            // told below, together with the role that no account can have
        }
        throw body.invalid("role", "has to be fan, organizer, operator, analyst, partner or gate");
    }

    private static Map<String, Object> json(RoleGranted granted) {
        return Map.of(
                "user_id",
                granted.getAccountId(),
                "role",
                granted.getRole().name().toLowerCase(Locale.ROOT));
    }

    private static ProblemException unknown() {
        return Problem.of(404, "unknown_account", "There is no such account.").toException();
    }
}
