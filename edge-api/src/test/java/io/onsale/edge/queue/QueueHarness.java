package io.onsale.edge.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.auth.AccessTokens;
import io.onsale.edge.auth.AdmissionTokens;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.SigningKeys;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.TokenMinter;
import io.onsale.edge.auth.UnknownAccounts;
import io.onsale.edge.http.Answer;
import io.onsale.edge.http.ClientAddresses;
import io.onsale.edge.http.Version;
import io.onsale.edge.http.WebServer;
import io.onsale.edge.queue.challenge.ChallengeProvider;
import io.onsale.edge.queue.challenge.Challenges;
import io.onsale.edge.routes.Shows;
import io.onsale.edge.views.Given;
import io.onsale.edge.views.Views;
import io.onsale.edge.views.queue.RoomScript;
import io.onsale.edge.views.queue.RosterArchive;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.ChallengeWhen;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.WaitingRoom;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.privacy.QueuePseudonyms;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** A server with all routes of the waiting room of one event, over a fake log, and a client of it. */
final class QueueHarness implements AutoCloseable {
    // Nothing listens here, and nothing is asked: the tails are never started.
    private static final String NOWHERE = "127.0.0.1:1";

    final ProcessKey key;
    final SigningKeys keys;
    final AdmissionTokens admissions;
    final TokenMinter tokens;
    final Views views;
    final RoomScript script;
    final FakeAdmission log;
    volatile ChallengeWhen challenge = ChallengeWhen.NEVER;
    volatile int maxPerAddress = 1_000;
    private final SchemaRegistryClient registry = new SchemaRegistryClient(RegistrySettings.of("http://" + NOWHERE));
    private final Optional<ChallengeProvider> provider;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue queue;
    private final WebServer server;
    private final int port;

    QueueHarness() {
        this(Clock.systemUTC());
    }

    /** On a host with this clock; whoever signs people in has the right one. */
    QueueHarness(Clock clock) {
        this(clock, Optional.empty(), RosterArchive.NONE);
    }

    /** That asks this service who is a machine. */
    QueueHarness(ChallengeProvider provider) {
        this(Clock.systemUTC(), Optional.of(provider), RosterArchive.NONE);
    }

    /** That keeps rosters there. */
    QueueHarness(RosterArchive rosters) {
        this(Clock.systemUTC(), Optional.empty(), rosters);
    }

    private QueueHarness(Clock clock, Optional<ChallengeProvider> provider, RosterArchive rosters) {
        this.key = ProcessKey.generate();
        this.keys = new SigningKeys(TokenMinter.generateKey(), List.of());
        this.provider = provider;
        this.views = new Views(NOWHERE, new AvroSerdes(registry, Registration.LOOK_UP), rosters);
        QueuePseudonyms pseudonyms = new QueuePseudonyms(key);
        this.script = new RoomScript(views.queues()).calling(fan -> pseudonyms.of(RoomScript.EVENT, fan));
        this.log = new FakeAdmission(script);
        this.admissions = new AdmissionTokens("onsale", keys);
        this.tokens = new TokenMinter("onsale", keys, Duration.ofMinutes(10), Clock.systemUTC());
        this.queue = queue(clock);
        this.server = new WebServer("127.0.0.1", 0, List.of(queue));
        this.port = server.start();
        script.at(Instant.now()).opened();
        views.inventory().apply(RoomScript.EVENT, Given.opened(1, definition()));
    }

    /** One more edge of the same system, that remembers nothing of what the other was asked. */
    private QueueHarness(QueueHarness other) {
        this.key = other.key;
        this.keys = other.keys;
        this.provider = other.provider;
        this.views = other.views;
        this.script = other.script;
        this.log = other.log;
        this.admissions = other.admissions;
        this.tokens = other.tokens;
        this.challenge = other.challenge;
        this.maxPerAddress = other.maxPerAddress;
        this.queue = queue(Clock.systemUTC());
        this.server = new WebServer("127.0.0.1", 0, List.of(queue));
        this.port = server.start();
    }

    QueueHarness another() {
        return new QueueHarness(this);
    }

    private Queue queue(Clock clock) {
        return new Queue(
                log,
                views,
                new OneRoom(),
                new Callers(
                        new AccessTokens("onsale", Map.of("onsale", keys.publicJwks()), clock),
                        new UnknownAccounts(),
                        new Pseudonyms(key)),
                new Throttles(ClientAddresses.behind(List.of()), 1),
                new Challenges(key, provider, clock),
                keys,
                admissions,
                key,
                clock);
    }

    EventDefinition definition() {
        return EventDefinition.newBuilder(Given.definition(Given.section("A", "VIP", 150_000, 1, 2)))
                .setWaitingRoom(WaitingRoom.newBuilder()
                        .setOpensAt(Given.NOON)
                        .setMaxConcurrent(1)
                        .setAdmitPerSecond(1)
                        .setMaxPerAddress(maxPerAddress)
                        .setChallenge(challenge)
                        .build())
                .build();
    }

    String token(String account, Role role) {
        return tokens.mint(account, role, "session");
    }

    Answer join(String fan) {
        return join(fan, UUID.randomUUID().toString(), "{\"event_id\":\"event-1\"}");
    }

    /** Joins by a request that may be made again. */
    Answer join(String fan, String idempotencyKey, String body) {
        return Answer.to(
                posting("/api/queue/join", body, token(fan, Role.FAN), idempotencyKey)
                        .build(),
                client);
    }

    /** The first of these joins that are too many: what is used up comes back one by one, so how many pass goes by the machine. */
    static Answer firstOfTooMany(IntFunction<Answer> join) {
        return IntStream.range(0, 1_000)
                .mapToObj(join)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
    }

    /** The queue token of a fan who joins. */
    String placeOf(String fan) {
        return join(fan).body().path("queue_token").asText();
    }

    Answer status(String queueToken) {
        return get("/api/queue/status?event_id=event-1", queueToken);
    }

    /** What is told of the sale, as soon as it is as expected: it is looked at some times a second. */
    JsonNode awaitSale(String queueToken, Predicate<JsonNode> expected) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> status(queueToken).body().path("sale"), expected);
    }

    Answer post(String path, String body, String token) {
        return send("POST", path, body, token);
    }

    Answer get(String path, String token, String... headers) {
        HttpRequest.Builder request = request(path, token).GET();
        return Answer.to((headers.length == 0 ? request : request.headers(headers)).build(), client);
    }

    Answer send(String method, String path, String body, String token, String... headers) {
        HttpRequest.Builder request =
                posting(path, body, token, UUID.randomUUID().toString()).method(method, BodyPublishers.ofString(body));
        return Answer.to((headers.length == 0 ? request : request.headers(headers)).build(), client);
    }

    private HttpRequest.Builder posting(String path, String body, String token, String idempotencyKey) {
        return request(path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body));
    }

    InputStream stream(String queueToken, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request("/api/queue/stream?event_id=event-1", queueToken).GET();
        return client.send(
                        (headers.length == 0 ? request : request.headers(headers)).build(),
                        BodyHandlers.ofInputStream())
                .body();
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        queue.letGo();
        client.shutdownNow();
        server.close();
        queue.close();
        views.close();
        registry.close();
    }

    private final class OneRoom implements Shows {
        @Override
        public Optional<Version> awaitOpen(String eventId, Duration patience) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDefinition> definition(String eventId) {
            return switch (eventId) {
                case RoomScript.EVENT, "draft" -> Optional.of(QueueHarness.this.definition());
                case "without" -> Optional.of(Given.definition(Given.section("A", "VIP", 150_000, 1, 2)));
                default -> Optional.empty();
            };
        }

        @Override
        public boolean isPublic(String eventId) {
            return !eventId.equals("draft");
        }
    }
}
