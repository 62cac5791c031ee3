package io.onsale.edge.auth;

import io.javalin.http.Context;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.privacy.Pseudonyms;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out who calls a route, and refuses whom it is not for. */
public final class Callers {

    private static final String SCHEME = "bearer ";

    private final AccessTokens tokens;
    private final Accounts accounts;
    private final Pseudonyms pseudonyms;

    /** Believes these tokens, and of an account that is in view what the view says. */
    public Callers(AccessTokens tokens, Accounts accounts, Pseudonyms pseudonyms) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.pseudonyms = pseudonyms;
    }

    /** Whoever is signed in; a guest is not. */
    public Caller require(Context ctx) {
        Caller caller = requireBuyer(ctx);
        if (caller.role() == Role.GUEST) {
            throw Problem.of(403, "forbidden", "Guests hold, order, see and cancel; this call is for accounts.")
                    .toException();
        }
        return caller;
    }

    /** Whoever is signed in, or a guest. */
    public Caller requireBuyer(Context ctx) {
        return optional(ctx)
                .orElseThrow(() -> Problem.of(401, "unauthenticated", "This call needs an access token.")
                        .withHeader("WWW-Authenticate", "Bearer")
                        .toException());
    }

    /** Whoever is signed in, in one of these roles. */
    public Caller require(Context ctx, Role... roles) {
        Caller caller = requireBuyer(ctx);
        if (Arrays.asList(roles).contains(caller.role())) {
            return caller;
        }
        String allowed = Arrays.stream(roles)
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" or "));
        throw Problem.of(403, "forbidden", "This call is for an " + allowed + ".")
                .toException();
    }

    /** Whoever is signed in, if anybody; a token that isn't true is refused all the same. */
    public Optional<Caller> optional(Context ctx) {
        @Nullable String header = ctx.req().getHeader("Authorization");
        if (header == null) {
            return Optional.empty();
        }
        if (!header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw invalid();
        }
        Caller caller = tokens.verify(header.substring(SCHEME.length()).strip()).orElseThrow(Callers::invalid);
        if (accounts.isDeleted(caller.accountId())) {
            throw invalid();
        }
        return Optional.of(withRoleInView(caller));
    }

    /** What stands for the person behind an account, where it is verified and in view. */
    public Optional<String> identityKey(Caller caller) {
        return accounts.byId(caller.accountId())
                .flatMap(account -> pseudonyms.identityKey(account.getIdentityKey(), account.getIdentity()));
    }

    /** A role that was granted or taken away counts at once, not when the token ends. */
    private Caller withRoleInView(Caller caller) {
        return accounts.byId(caller.accountId())
                .map(account -> caller.as(account.getRole()))
                .orElse(caller);
    }

    private static ProblemException invalid() {
        return Problem.of(401, "invalid_token", "The access token is not valid, or not any more.")
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .toException();
    }
}
