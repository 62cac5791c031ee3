package io.onsale.edge.routes;

import io.javalin.config.RoutesConfig;
import io.onsale.edge.auth.Accounts;
import io.onsale.edge.auth.AdmissionCheck;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.Guests;
import io.onsale.edge.auth.Passwords;
import io.onsale.edge.auth.People;
import io.onsale.edge.auth.RefreshTokens;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.TokenMinter;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.identity.IdentityProvider;
import io.onsale.edge.log.CommandLog;
import io.onsale.edge.log.Commands;
import io.onsale.edge.views.CheckoutView;
import io.onsale.edge.views.catalogue.CatalogueView;
import io.onsale.edge.views.orders.OrdersView;
import io.onsale.edge.views.reservations.ReservationsView;
import io.onsale.schemas.Topic;
import io.onsale.schemas.Topics;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.Contacts;
import io.onsale.schemas.privacy.PersonKeys;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import java.time.Clock;
import java.util.List;

/** All routes that write. */
public final class Writes implements Routes {

    /** The topics that they write to. */
    public static final List<Topic<?>> TOPICS = List.of(
            Topics.ACCOUNT_COMMANDS,
            Topics.ACCOUNT_KEYS,
            Topics.CATALOGUE_COMMANDS,
            Topics.INVENTORY_COMMANDS,
            Topics.CHECKOUT_COMMANDS,
            Topics.PAYMENT_COMMANDS,
            Topics.JOURNEY_COMMANDS,
            Topics.ADMISSION_COMMANDS);

    private final List<Routes> groups;

    /** Writes to this log, for these callers, with what is known of accounts and shows. */
    public Writes(
            CommandLog log,
            Callers callers,
            TokenMinter tokens,
            Passwords passwords,
            Accounts accounts,
            Shows shows,
            CatalogueView catalogue,
            CheckoutView checkout,
            ReservationsView reservations,
            Lines lines,
            Throttles throttles,
            IdentityProvider identities,
            AdmissionCheck admissions,
            ProcessKey key,
            Contacts contacts,
            Clock clock) {
        Commands commands = new Commands(log, key, clock);
        People people = new People(key, contacts);
        OrdersView orders = checkout.orders();
        OrderJson orderJson = new OrderJson(shows);
        RefreshTokens refreshTokens = new RefreshTokens(key, clock);
        Sessions sessions = new Sessions(commands, tokens, refreshTokens, clock);
        VersionHeaders versions = new VersionHeaders(key);
        Guests guests = new Guests(key, tokens);
        GuestKeys guestKeys = new GuestKeys(commands, accounts, new PersonKeys(key));
        Sources sources = new Sources(throttles, new Pseudonyms(key));
        InView inView = new InView(accounts);
        Guesses guesses = new Guesses(accounts, people, passwords, sources);
        LoginGate gate = new LoginGate(commands, guesses, inView, clock);
        PasswordCommands passwordCommands = new PasswordCommands(commands, inView);
        OwnAccount own = new OwnAccount(callers, accounts, people);
        this.groups = List.of(
                new AuthRoutes(
                        new SignUps(commands),
                        versions,
                        accounts,
                        people,
                        passwords,
                        refreshTokens,
                        sessions,
                        gate,
                        inView,
                        throttles),
                new ForgottenRoutes(
                        commands,
                        passwordCommands,
                        accounts,
                        people,
                        passwords,
                        new Codes(key),
                        sources,
                        sessions,
                        gate,
                        versions,
                        throttles),
                new GuestRoutes(commands, guests, guestKeys, accounts, people, sources, throttles),
                new PasswordRoutes(own, passwordCommands, versions, passwords, guesses, gate, inView, throttles),
                new ProfileRoutes(own, commands, versions, throttles),
                new MeRoutes(own, commands, versions, gate, throttles, catalogue, orders, orderJson, lines, clock),
                new VerificationRoutes(own, commands, versions, identities, throttles, clock),
                new RoleRoutes(callers, commands, versions, accounts, people),
                new EventRoutes(callers, commands, versions, new EventIds(key), shows, clock),
                new TicketRoutes(callers, commands, versions, shows, admissions),
                new CouponRoutes(callers, commands, versions, shows, checkout.coupons()),
                new OrderRoutes(
                        callers,
                        commands,
                        versions,
                        orders,
                        orderJson,
                        new OrderCommands(accounts, people, guests, guestKeys, key),
                        new GuestBookings(commands, clock),
                        new OrderCodes(commands, shows),
                        throttles),
                new PreviewRoutes(callers, shows, reservations, checkout, throttles, clock),
                new MyOrderRoutes(callers, orders, orderJson, people, throttles),
                new TelemetryRoutes(callers, commands, new Pseudonyms(key), clock));
    }

    @Override
    public void register(RoutesConfig routes) {
        groups.forEach(group -> group.register(routes));
    }
}
