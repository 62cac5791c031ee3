package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.auth.Accounts;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.People;
import io.onsale.edge.auth.People.Person;
import io.onsale.edge.http.Problem;
import io.onsale.schemas.accounts.AccountState;
import java.util.Optional;

/**
 * The account of whoever calls.
 *
 * @param callers says who that is
 */
record OwnAccount(Callers callers, Accounts accounts, People people) {

    /** An account with what its person told. */
    record Mine(Caller caller, AccountState state, Person person, String emailKey) {}

    Caller caller(Context ctx) {
        return callers.require(ctx);
    }

    /** Nothing of those whom another issuer vouches for. */
    Optional<Mine> find(Caller caller) {
        return accounts.byId(caller.accountId()).map(state -> {
            Person person = people.person(state);
            return new Mine(caller, state, person, people.emailKey(person.email()));
        });
    }

    Mine require(Context ctx) {
        return find(caller(ctx))
                .orElseThrow(() -> Problem.of(
                                403, "account_required", "This call is about an account here, and you have none.")
                        .toException());
    }
}
