package io.onsale.edge.reads;

import static io.onsale.edge.views.Given.NOON;
import static io.onsale.edge.views.Given.definition;
import static io.onsale.edge.views.Given.opened;
import static io.onsale.edge.views.Given.section;
import static io.onsale.edge.views.Given.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.edge.auth.AccessTokens;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.TokenMinter;
import io.onsale.edge.auth.UnknownAccounts;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.http.WebServer;
import io.onsale.edge.views.Views;
import io.onsale.edge.views.queue.RosterArchive;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The read routes on a server of their own, over views that a test fills. */
final class RunningReads implements AutoCloseable {
    static final VersionHeaders VERSIONS = new VersionHeaders(ProcessKey.generate());
    static final String EVENT = "event-1";
    static final EventDefinition HALL =
            definition(section("A", "VIP", 150_000, 2, 10), section("B", "R", 110_000, 1, 10));

    private static final ObjectMapper JSON = new ObjectMapper();
    // Nothing listens here, and nothing is asked: the tails are never started.
    private static final String NOWHERE = "127.0.0.1:1";

    private final TokenMinter minter =
            new TokenMinter("onsale", TokenMinter.generateKey(), Duration.ofMinutes(10), Clock.systemUTC());
    private final SchemaRegistryClient registry = new SchemaRegistryClient(RegistrySettings.of("http://" + NOWHERE));
    private final Views views = new Views(NOWHERE, new AvroSerdes(registry, Registration.LOOK_UP), RosterArchive.NONE);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Reads reads;
    private final WebServer server;
    private final URI base;

    RunningReads(Optional<ClickHouseReader> analytics, Clock clock) {
        this(analytics, true, clock);
    }

    RunningReads(Optional<ClickHouseReader> analytics, boolean publicShowcase, Clock clock) {
        Callers callers = new Callers(
                new AccessTokens("onsale", Map.of("onsale", minter.publicJwk()), Clock.systemUTC()),
                new UnknownAccounts(),
                new Pseudonyms(ProcessKey.generate()));
        this.reads = new Reads(views, VERSIONS, callers, views::missing, analytics, publicShowcase, clock);
        this.server = new WebServer("127.0.0.1", 0, List.of(reads));
        this.base = URI.create("http://127.0.0.1:" + server.start());
    }

    static RunningReads atNoon() {
        return new RunningReads(Optional.empty(), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /** Sells seats of the hall, of which something has happened already. */
    void onSale(InventoryEvent... events) {
        views.catalogue().apply(EVENT, state(EventStatus.PUBLISHED, HALL, 1));
        given(opened(1, HALL));
        given(events);
    }

    void given(InventoryEvent... events) {
        for (InventoryEvent event : events) {
            views.inventory().apply(EVENT, event);
        }
    }

    Views views() {
        return views;
    }

    String token(String accountId, Role role) {
        return minter.mint(accountId, role, "session-1");
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request(path, headers), HttpResponse.BodyHandlers.ofByteArray());
        return new Answer(response);
    }

    Answer as(String token, String path) throws IOException, InterruptedException {
        return get(path, "Authorization", "Bearer " + token);
    }

    InputStream stream(String path, String... headers) throws IOException, InterruptedException {
        return http.send(request(path, headers), HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private HttpRequest request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(10));
        return (headers.length == 0 ? request : request.headers(headers)).build();
    }

    @Override
    public void close() {
        reads.close();
        http.shutdownNow();
        server.close();
        views.close();
        registry.close();
    }

    /** What came back. */
    static final class Answer {
        private final HttpResponse<byte[]> response;

        Answer(HttpResponse<byte[]> response) {
            this.response = response;
        }

        int status() {
            return response.statusCode();
        }

        byte[] bytes() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() throws IOException {
            return JSON.readTree(response.body());
        }

        String code() throws IOException {
            return json().path("code").asText();
        }
    }
}
