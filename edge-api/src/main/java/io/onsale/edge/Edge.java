package io.onsale.edge;

import io.onsale.edge.auth.AccessTokens;
import io.onsale.edge.auth.AdmissionCheck;
import io.onsale.edge.auth.AdmissionTokens;
import io.onsale.edge.auth.Argon2;
import io.onsale.edge.auth.Callers;
import io.onsale.edge.auth.Passwords;
import io.onsale.edge.auth.SigningKeys;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.auth.TokenMinter;
import io.onsale.edge.http.ClientAddresses;
import io.onsale.edge.http.VersionHeaders;
import io.onsale.edge.http.WebServer;
import io.onsale.edge.identity.HttpIdentityProvider;
import io.onsale.edge.identity.IdentityProvider;
import io.onsale.edge.log.BrokerClock;
import io.onsale.edge.log.Ids;
import io.onsale.edge.log.KafkaCommandLog;
import io.onsale.edge.log.Schemas;
import io.onsale.edge.pages.Pages;
import io.onsale.edge.queue.Admissions;
import io.onsale.edge.queue.Queue;
import io.onsale.edge.queue.challenge.ChallengeProvider;
import io.onsale.edge.queue.challenge.Challenges;
import io.onsale.edge.queue.challenge.SiteVerify;
import io.onsale.edge.reads.ClickHouseReader;
import io.onsale.edge.reads.Reads;
import io.onsale.edge.routes.PaymentMethodRoutes;
import io.onsale.edge.routes.PaymentRoutes;
import io.onsale.edge.routes.Writes;
import io.onsale.edge.views.Views;
import io.onsale.edge.views.queue.RosterArchive;
import io.onsale.edge.views.queue.RosterFiles;
import io.onsale.schemas.privacy.Contacts;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.privacy.QueuePseudonyms;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.Registration;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One edge instance, from its HTTP port to its connections to the log. */
public final class Edge implements AutoCloseable {

    private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
    private static final int WAITING_PASSWORDS = 64;

    /** Requests must not hang because the registry does; what waits for it tries again by itself. */
    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(1);

    private final SchemaRegistryClient registry;
    private final Passwords passwords;
    private final KafkaCommandLog log;
    private final Views views;
    private final Reads reads;
    private final Queue queue;
    private final WebServer server;
    private final int port;

    private Edge(EdgeSettings settings, BrokerClock clock) {
        this.registry = new SchemaRegistryClient(
                settings.log().registry().withPatience(REGISTRY_PATIENCE).withRequestTimeout(REGISTRY_PATIENCE));
        Schemas schemas =
                new Schemas(registry, settings.log().registerSchemas() ? Registration.REGISTER : Registration.LOOK_UP);
        this.passwords = new Passwords(Argon2.RECOMMENDED, settings.identity().passwordThreads(), WAITING_PASSWORDS);
        this.log = new KafkaCommandLog(
                Ids.next(),
                settings.log().bootstrapServers(),
                schemas,
                Writes.TOPICS,
                settings.log().maxInFlight(),
                settings.log().answerDeadline(),
                clock);
        EdgeSettings.Identity identity = settings.identity();
        this.views = new Views(settings.log().bootstrapServers(), schemas.serdes(), archive(settings)).start();
        SigningKeys keys = new SigningKeys(identity.tokenKey(), identity.publishedKeys());
        TokenMinter tokens = new TokenMinter(identity.issuer(), keys, TOKEN_LIFE, clock);
        AdmissionTokens admissions = new AdmissionTokens(identity.issuer(), keys);
        Callers callers = new Callers(
                accessTokens(identity, keys, clock),
                new ViewedAccounts(views.accounts()),
                new Pseudonyms(identity.processKey()));
        this.reads = new Reads(
                views,
                new VersionHeaders(settings.identity().processKey()),
                callers,
                this::missing,
                settings.analytics().map(Edge::reader),
                settings.publicShowcase(),
                clock);
        Throttles throttles = new Throttles(
                ClientAddresses.behind(settings.protection().trustedProxies()),
                settings.protection().edges());
        this.queue = new Queue(
                log,
                views,
                new ViewedShows(views),
                callers,
                throttles,
                new Challenges(identity.processKey(), challengeProvider(settings), clock),
                keys,
                admissions,
                identity.processKey(),
                clock);
        AdmissionCheck check = new Admissions(admissions, views.queues());
        this.server =
                server(settings, writes(settings, tokens, callers, throttles, check, clock), payments(settings, clock));
        this.port = listen();
    }

    /** Starts an edge; it listens at once, and says when it is ready. */
    public static Edge start(EdgeSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    /** The same on a host with this clock. */
    public static Edge start(EdgeSettings settings, Clock host) {
        return new Edge(settings, new BrokerClock(host));
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** True once it can answer every request. */
    public boolean ready() {
        return missing().isEmpty();
    }

    /** What it still needs to be ready. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>(views.missing());
        missing.addAll(log.missing());
        missing.addAll(reads.missing());
        return missing;
    }

    /** Answers what was asked before, and stops. */
    @Override
    public void close() {
        // First, because the server waits for the streams that are followed.
        reads.close();
        queue.letGo();
        server.close();
        queue.close();
        log.close();
        views.close();
        passwords.close();
        registry.close();
    }

    private int listen() {
        try {
            return server.start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private WebServer server(EdgeSettings settings, Writes writes, PaymentRoutes payments) {
        EdgeSettings.Listening at = settings.listening();
        return new WebServer(
                at.bindAddress(),
                at.port(),
                at.bodyPatience(),
                List.of(
                        writes,
                        payments,
                        new PaymentMethodRoutes(settings.testCards()),
                        reads,
                        queue,
                        new Pages(new ViewedShows(views)::isPublic)));
    }

    private PaymentRoutes payments(EdgeSettings settings, BrokerClock clock) {
        return new PaymentRoutes(log, settings.identity().processKey(), settings.webhookSecret(), clock, clock.host());
    }

    private Writes writes(
            EdgeSettings settings,
            TokenMinter tokens,
            Callers callers,
            Throttles throttles,
            AdmissionCheck admissions,
            Clock clock) {
        EdgeSettings.Identity identity = settings.identity();
        return new Writes(
                log,
                callers,
                tokens,
                passwords,
                new ViewedAccounts(views.accounts()),
                new ViewedShows(views),
                views.catalogue(),
                views.checkout(),
                views.reservations(),
                new ViewedLines(views.queues(), new QueuePseudonyms(identity.processKey())),
                throttles,
                settings.identityProvider()
                        .<IdentityProvider>map(at -> new HttpIdentityProvider(at.url(), at.key()))
                        .orElseGet(IdentityProvider::none),
                admissions,
                identity.processKey(),
                new Contacts(identity.phoneCountry()),
                clock);
    }

    private static AccessTokens accessTokens(EdgeSettings.Identity identity, SigningKeys keys, Clock clock) {
        Map<String, String> issuers = new HashMap<>(identity.trustedIssuers());
        issuers.put(identity.issuer(), keys.publicJwks());
        return new AccessTokens(identity.issuer(), issuers, clock);
    }

    private static RosterArchive archive(EdgeSettings settings) {
        return settings.rosters().<RosterArchive>map(RosterFiles::new).orElse(RosterArchive.NONE);
    }

    private static Optional<ChallengeProvider> challengeProvider(EdgeSettings settings) {
        return settings.protection().captcha().map(at -> new SiteVerify(at.url(), at.siteKey(), at.secret()));
    }

    private static ClickHouseReader reader(EdgeSettings.Analytics analytics) {
        return new ClickHouseReader(analytics.url(), analytics.user(), analytics.password());
    }
}
