package io.onsale.edge;

import io.onsale.edge.http.WebServer;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.registry.RegistrySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** An edge's settings in the making; unless told otherwise it listens on all addresses at 8080, and does without what is optional. */
public final class EdgeSettingsBuilder {

    private static final int MAX_IN_FLIGHT = 5_000;
    private static final Duration ANSWER_DEADLINE = Duration.ofSeconds(5);
    private static final String ISSUER = "onsale";
    private static final int PASSWORD_THREADS = 2;

    private final String bootstrapServers;
    private final ProcessKey processKey;
    private final String tokenKey;
    private final Map<String, String> trustedIssuers = new HashMap<>();

    private RegistrySettings registry;
    private boolean registerSchemas;
    private EdgeSettings.Listening listening = new EdgeSettings.Listening("0.0.0.0", 8080, WebServer.BODY_PATIENCE);
    private List<String> publishedKeys = List.of();
    private String phoneCountry = "82";
    private Optional<EdgeSettings.Analytics> analytics = Optional.empty();
    private Optional<String> webhookSecret = Optional.empty();
    private Optional<EdgeSettings.Provider> identityProvider = Optional.empty();
    private List<String> trustedProxies = List.of();
    private int edges = 1;
    private Optional<EdgeSettings.Captcha> captcha = Optional.empty();
    private boolean publicShowcase;
    private boolean testCards;
    private Optional<Path> rosters = Optional.empty();

    EdgeSettingsBuilder(String bootstrapServers, RegistrySettings registry, ProcessKey processKey, String tokenKey) {
        this.bootstrapServers = bootstrapServers;
        this.registry = registry;
        this.processKey = processKey;
        this.tokenKey = tokenKey;
    }

    public EdgeSettings build() {
        return new EdgeSettings(
                listening,
                new EdgeSettings.Log(bootstrapServers, registry, registerSchemas, MAX_IN_FLIGHT, ANSWER_DEADLINE),
                new EdgeSettings.Identity(
                        processKey, tokenKey, publishedKeys, ISSUER, trustedIssuers, PASSWORD_THREADS, phoneCountry),
                analytics,
                webhookSecret,
                identityProvider,
                new EdgeSettings.Protection(trustedProxies, edges, captcha),
                publicShowcase,
                testCards,
                rosters);
    }

    public EdgeSettingsBuilder listeningOn(String bindAddress, int port) {
        listening = new EdgeSettings.Listening(bindAddress, port, WebServer.BODY_PATIENCE);
        return this;
    }

    /** For a registry that asks who comes. */
    public EdgeSettingsBuilder withRegistryLogin(String user, String password) {
        registry = registry.withLogin(user, password);
        return this;
    }

    /** Registers the schemas it writes, as on one machine where nobody releases them. */
    public EdgeSettingsBuilder registeringSchemas() {
        registerSchemas = true;
        return this;
    }

    /** Believes one more issuer about fans. */
    public EdgeSettingsBuilder trusting(String issuer, String publicJwk) {
        trustedIssuers.put(issuer, publicJwk);
        return this;
    }

    /** Takes phone numbers that are written without a calling code for numbers of this country. */
    public EdgeSettingsBuilder withPhoneCountry(String callingCode) {
        phoneCountry = callingCode;
        return this;
    }

    /** Publishes and believes these keys besides the one that signs. */
    public EdgeSettingsBuilder publishing(List<String> keys) {
        publishedKeys = keys;
        return this;
    }

    public EdgeSettingsBuilder withAnalytics(URI url, String user, String password) {
        analytics = Optional.of(new EdgeSettings.Analytics(url, user, password));
        return this;
    }

    /** Believes webhooks that are signed with this secret. */
    public EdgeSettingsBuilder withWebhookSecret(String secret) {
        webhookSecret = Optional.of(secret);
        return this;
    }

    /** Asks this company who people are. */
    public EdgeSettingsBuilder withIdentityProvider(Supplier<URI> url, String key) {
        identityProvider = Optional.of(new EdgeSettings.Provider(url, key));
        return this;
    }

    /** Stands behind these proxies, as one of so many edges. */
    public EdgeSettingsBuilder withProtection(List<String> proxies, int number) {
        trustedProxies = proxies;
        edges = number;
        return this;
    }

    /** Asks this service whether those who join a line are people. */
    public EdgeSettingsBuilder withCaptcha(URI url, String siteKey, String secret) {
        captcha = Optional.of(new EdgeSettings.Captcha(url, siteKey, secret));
        return this;
    }

    /** Shows anyone how far people come in the sale that is running. */
    public EdgeSettingsBuilder withPublicShowcase() {
        publicShowcase = true;
        return this;
    }

    /** Offers the simulated gateway's test cards, because payments go there. */
    public EdgeSettingsBuilder withTestCards() {
        testCards = true;
        return this;
    }

    /** Keeps rosters of waiting rooms that are over in this folder. */
    public EdgeSettingsBuilder keepingRostersIn(Path folder) {
        rosters = Optional.of(folder);
        return this;
    }
}
