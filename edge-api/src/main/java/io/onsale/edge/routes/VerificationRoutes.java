package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.Throttles.Call;
import io.onsale.edge.http.Bodies;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.Version.Domain;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.identity.IdentityProvider;
import io.onsale.edge.identity.IdentityProvider.Claim;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.schemas.accounts.AccountCommand;
import io.onsale.schemas.accounts.AccountReply;
import io.onsale.schemas.accounts.IdentityVerified;
import io.onsale.schemas.accounts.RecordIdentity;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.privacy.PersonNames;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** Showing who one is: a company is asked, and what stands for its reference is all that the log gets. */
final class VerificationRoutes implements Routes {

    private static final String VERIFY = "POST /api/me/verification";
    private static final int DATE_LENGTH = 10;

    private final OwnAccount own;
    private final Commands commands;
    private final VersionHeaders versions;
    private final IdentityProvider identities;
    private final Throttles throttles;
    private final Clock clock;

    VerificationRoutes(
            OwnAccount own,
            Commands commands,
            VersionHeaders versions,
            IdentityProvider identities,
            Throttles throttles,
            Clock clock) {
        this.own = own;
        this.commands = commands;
        this.versions = versions;
        this.identities = identities;
        this.throttles = throttles;
        this.clock = clock;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.post("/api/me/verification", this::verify);
    }

    private void verify(Context ctx) {
        throttles.take(ctx, Call.IDENTITY);
        own.caller(ctx);
        Claim claim = claim(Bodies.object(ctx));
        OwnAccount.Mine mine = own.require(ctx);
        String reference = identities
                .verify(claim)
                .orElseThrow(() -> Problem.of(
                                422, "identity_not_verified", "The identity provider doesn't know this person.")
                        .toException());
        String key = own.people().identityKey(reference);
        RecordIdentity command = new RecordIdentity(mine.caller().accountId(), "", key);
        AccountReply reply = commands.ask(
                Requests.plain(ctx, VERIFY, mine.caller().actor()),
                Exchange.ACCOUNTS,
                mine.emailKey(),
                envelope -> new AccountCommand(envelope, command));
        versions.answer(ctx, new Version(Domain.ACCOUNTS, mine.emailKey(), reply.getSequence()));
        switch (reply.getOutcome()) {
            case IdentityVerified verified -> Json.answer(ctx, 200, Map.of("identity_verified", true));
            case Refusal refusal -> throw Refusals.of(refusal);
            default -> throw Refusals.unexpected(reply.getOutcome());
        }
    }

    private Claim claim(Fields body) {
        return new Claim(
                PersonNames.tidy(SignUpBody.name(body)),
                birthDate(body),
                SignUpBody.requiredPhone(body, own.people().contacts()));
    }

    private LocalDate birthDate(Fields body) {
        String text = body.text("birth_date", DATE_LENGTH, DATE_LENGTH);
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below, together with days to come
        }
        throw body.invalid("birth_date", "has to be a day that is past, such as 1999-12-31");
    }
}
