package io.onsale.edge.routes;

import io.onsale.edge.auth.AccessTokens;
import io.onsale.edge.auth.AdmissionCheck;
import io.onsale.edge.auth.Argon2;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.Passwords;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.TokenMinter;
import io.onsale.edge.http.Answer;
import io.onsale.edge.http.ClientAddresses;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.WebServer;
import io.onsale.edge.views.CheckoutView;
import io.onsale.edge.views.catalogue.CatalogueView;
import io.onsale.edge.views.reservations.ReservationsView;
import io.onsale.schemas.accounts.PlaceInLine;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.inventory.Admission;
import io.onsale.schemas.privacy.Contacts;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A server with all routes that write, and a client of it. */
final class WritesHarness implements AutoCloseable {

    private static final Duration LIFE = Duration.ofMinutes(10);

    final FakeAccounts accounts = new FakeAccounts();
    final CheckoutView checkout = new CheckoutView();
    final CatalogueView catalogue = new CatalogueView();
    final ReservationsView reservations = new ReservationsView(10);
    final FakeLog log = new FakeLog(accounts, checkout);
    final TokenMinter tokens = new TokenMinter("onsale", TokenMinter.generateKey(), LIFE, Clock.systemUTC());
    /** By which every caller is let into every event. */
    final AtomicReference<Optional<Admission>> admission = new AtomicReference<>(Optional.empty());

    final ProcessKey key = ProcessKey.generate();
    final int port;
    private final Passwords passwords = new Passwords(new Argon2(64, 1, 1), 2, 64);
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    /** Where whoever deletes the account stands in line. */
    volatile List<PlaceInLine> places = List.of();

    WritesHarness() {
        AccessTokens access = new AccessTokens("onsale", Map.of("onsale", tokens.publicJwk()), Clock.systemUTC());
        Writes writes = new Writes(
                log,
                new Callers(access, accounts, new Pseudonyms(key)),
                tokens,
                passwords,
                accounts,
                new OpenShows(log),
                catalogue,
                checkout,
                reservations,
                fan -> places,
                new Throttles(ClientAddresses.behind(List.of()), 1),
                claim -> Optional.of("idv-" + claim.name()),
                (ctx, caller, event) ->
                        admission.get().orElseGet(() -> AdmissionCheck.none().require(ctx, caller, event)),
                key,
                new Contacts("82"),
                Clock.systemUTC());
        this.server = new WebServer("127.0.0.1", 0, List.of(writes));
        this.port = server.start();
    }

    String token(Role role) {
        return tokens.mint("account-of-" + role, role, "session");
    }

    Answer post(String path, String body, String token, String key) {
        return call("POST", path, body.getBytes(StandardCharsets.UTF_8), Optional.of(token), Optional.of(key));
    }

    Answer login(String body, String version) {
        return Answer.to(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/auth/login"))
                        .POST(BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .header("X-Onsale-Version", version)
                        .build(),
                client);
    }

    Answer call(String method, String path, byte[] body, Optional<String> token, Optional<String> key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.ofByteArray(body))
                .header("Content-Type", "application/json");
        token.filter(it -> !it.isEmpty()).ifPresent(it -> request.header("Authorization", "Bearer " + it));
        key.filter(it -> !it.isEmpty()).ifPresent(it -> request.header("Idempotency-Key", it));
        return Answer.to(request.build(), client);
    }

    Answer get(String path, String token) {
        return call("GET", path, new byte[0], Optional.of(token), Optional.empty());
    }

    Answer delete(String path, String token) {
        return call("DELETE", path, new byte[0], Optional.of(token), Optional.empty());
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.close();
        passwords.close();
    }

    private record OpenShows(FakeLog log) implements Shows {

        @Override
        public Optional<EventDefinition> definition(String eventId) {
            return log.draft(eventId);
        }

        @Override
        public Optional<Version> awaitOpen(String eventId, Duration patience) {
            return Optional.of(new Version(Version.Domain.INVENTORY, eventId, 1));
        }

        @Override
        public boolean isPublic(String eventId) {
            return eventId.equals("public");
        }
    }
}
