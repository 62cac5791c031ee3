package io.onsale.edge.pages;

import io.javalin.Javalin;
import io.onsale.edge.auth.AccessTokens;
import io.onsale.edge.auth.AdmissionCheck;
import io.onsale.edge.auth.AdmissionTokens;
import io.onsale.edge.auth.Argon2;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.Passwords;
import io.onsale.edge.auth.SigningKeys;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.TokenMinter;
import io.onsale.edge.auth.UnknownAccounts;
import io.onsale.edge.http.ClientAddresses;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.http.Routes;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.http.WebServer;
import io.onsale.edge.identity.IdentityProvider;
import io.onsale.edge.log.CommandLog;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.queue.Queue;
import io.onsale.edge.queue.challenge.Challenges;
import io.onsale.edge.reads.Reads;
import io.onsale.edge.routes.PaymentMethodRoutes;
import io.onsale.edge.routes.PaymentRoutes;
import io.onsale.edge.routes.Shows;
import io.onsale.edge.routes.Writes;
import io.onsale.edge.views.Given;
import io.onsale.edge.views.Views;
import io.onsale.edge.views.queue.RosterArchive;
import io.onsale.schemas.Topic;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.WaitingRoom;
import io.onsale.schemas.privacy.Contacts;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.privacy.WebhookSignature;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;

/** Every route of the edge on a server whose log refuses all that reaches it, with a problem that tells so. */
final class AllRoutes implements AutoCloseable {
    /** The code of that problem. */
    static final String REACHED = "reached_the_log";

    // Nothing listens here, and nothing is asked: the views are never started.
    private static final String NOWHERE = "127.0.0.1:1";

    private static final String WEBHOOK_SECRET = "secret";

    private final TokenMinter tokens =
            new TokenMinter("onsale", TokenMinter.generateKey(), Duration.ofMinutes(10), Clock.systemUTC());
    private final SchemaRegistryClient registry = new SchemaRegistryClient(RegistrySettings.of("http://" + NOWHERE));
    private final Views views = new Views(NOWHERE, new AvroSerdes(registry, Registration.LOOK_UP), RosterArchive.NONE);
    private final Passwords passwords = new Passwords(new Argon2(64, 1, 1), 1, 8);
    private final Reads reads;
    private final Queue queue;
    private final List<Routes> groups;
    private final WebServer server;
    private final int port;

    AllRoutes() {
        Callers callers = new Callers(
                new AccessTokens("onsale", Map.of("onsale", tokens.publicJwk()), Clock.systemUTC()),
                new UnknownAccounts(),
                new Pseudonyms(ProcessKey.generate()));
        this.reads = new Reads(
                views,
                new VersionHeaders(ProcessKey.generate()),
                callers,
                List::of,
                Optional.empty(),
                true,
                Clock.systemUTC());
        Writes writes = new Writes(
                new RefusingLog(),
                callers,
                tokens,
                passwords,
                new UnknownAccounts(),
                new NoShows(),
                views.catalogue(),
                views.checkout(),
                views.reservations(),
                fan -> List.of(),
                new Throttles(ClientAddresses.behind(List.of()), 1),
                IdentityProvider.none(),
                AdmissionCheck.none(),
                ProcessKey.generate(),
                new Contacts("82"),
                Clock.systemUTC());
        SigningKeys keys = new SigningKeys(TokenMinter.generateKey(), List.of());
        this.queue = new Queue(
                new RefusingLog(),
                views,
                new WaitingRooms(),
                callers,
                new Throttles(ClientAddresses.behind(List.of()), 1),
                new Challenges(ProcessKey.generate(), Optional.empty(), Clock.systemUTC()),
                keys,
                new AdmissionTokens("onsale", keys),
                ProcessKey.generate(),
                Clock.systemUTC());
        this.groups = List.of(
                writes,
                queue,
                new PaymentRoutes(
                        new RefusingLog(),
                        ProcessKey.generate(),
                        Optional.of(WEBHOOK_SECRET),
                        Clock.systemUTC(),
                        Clock.systemUTC()),
                new PaymentMethodRoutes(true),
                reads,
                new Pages(event -> true));
        this.server = new WebServer("127.0.0.1", 0, groups);
        this.port = server.start();
    }

    int port() {
        return port;
    }

    String token(Role role) {
        return tokens.mint("account-1", role, "session-1");
    }

    /** The header of a webhook with this body. */
    String signed(String body) {
        return new WebhookSignature(WEBHOOK_SECRET).sign(body.getBytes(StandardCharsets.UTF_8), Instant.now());
    }

    /** Each route as its method and path. */
    Set<String> names() {
        Javalin router = Javalin.create(config -> groups.forEach(group -> group.register(config.routes)));
        Set<String> names = new TreeSet<>();
        router.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .forEach(endpoint -> names.add(endpoint.method.name() + " " + endpoint.path));
        return names;
    }

    @Override
    public void close() {
        reads.close();
        queue.letGo();
        server.close();
        queue.close();
        views.close();
        passwords.close();
        registry.close();
    }

    private static final class RefusingLog implements CommandLog {
        @Override
        public <C extends SpecificRecord, R extends SpecificRecord> CompletableFuture<R> ask(
                Exchange<C, R> exchange, String key, String commandId, C command) {
            throw reached();
        }

        @Override
        public <C extends SpecificRecord> CompletableFuture<Void> tell(Topic<C> topic, String key, C command) {
            throw reached();
        }

        @Override
        public CompletableFuture<Void> remove(Topic<?> topic, String key) {
            throw reached();
        }

        private static ProblemException reached() {
            return Problem.of(503, REACHED, "The request is valid.").toException();
        }
    }

    private static final class WaitingRooms implements Shows {
        @Override
        public Optional<Version> awaitOpen(String eventId, Duration patience) {
            return Optional.empty();
        }

        /** Every event has one, and is the caller's own. */
        @Override
        public Optional<EventDefinition> definition(String eventId) {
            return new NoShows()
                    .definition(eventId)
                    .map(event -> EventDefinition.newBuilder(event)
                            .setWaitingRoom(WaitingRoom.newBuilder()
                                    .setOpensAt(Given.NOON)
                                    .setMaxConcurrent(1)
                                    .setAdmitPerSecond(1)
                                    .build())
                            .build());
        }

        @Override
        public boolean isPublic(String eventId) {
            return true;
        }
    }

    private static final class NoShows implements Shows {
        @Override
        public Optional<Version> awaitOpen(String eventId, Duration patience) {
            return Optional.empty();
        }

        /** Every event is the caller's own. */
        @Override
        public Optional<EventDefinition> definition(String eventId) {
            EventDefinition definition = Given.definition(Given.section("A", "VIP", 150_000, 1, 10));
            return Optional.of(EventDefinition.newBuilder(definition)
                    .setOrganizerId("account-1")
                    .build());
        }

        @Override
        public boolean isPublic(String eventId) {
            return false;
        }
    }
}
