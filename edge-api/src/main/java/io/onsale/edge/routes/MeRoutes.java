package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.onsale.edge.auth.Accounts;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.People;
import io.onsale.edge.auth.People.Person;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Routes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is known of whoever asks. */
final class MeRoutes implements Routes {

    private final Callers callers;
    private final Accounts accounts;
    private final People people;

    MeRoutes(Callers callers, Accounts accounts, People people) {
        this.callers = callers;
        this.accounts = accounts;
        this.people = people;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/api/me", this::me);
    }

    private void me(Context ctx) {
        Caller caller = callers.require(ctx);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("user_id", caller.accountId());
        answer.put("role", caller.role().name().toLowerCase(Locale.ROOT));
        // Of those whom another issuer vouches for, no more than that is known.
        accounts.byId(caller.accountId()).map(people::person).ifPresent(person -> add(answer, person));
        Json.answer(ctx, 200, answer);
    }

    private static void add(Map<String, Object> answer, Person person) {
        answer.put("email", person.email());
        answer.put("name", person.name());
        person.phone().ifPresent(phone -> answer.put("phone", phone));
    }
}
