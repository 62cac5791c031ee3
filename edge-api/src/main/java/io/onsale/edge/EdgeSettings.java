package io.onsale.edge;

import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.registry.RegistrySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything an edge is told when it starts.
 *
 * @param analytics where funnels are asked for; without it the edge does all but that
 * @param webhookSecret what the payment gateway's webhooks are signed with; without it none is believed
 * @param identityProvider who is asked who people are; without it nobody is verified
 * @param publicShowcase whether anyone may see how far people come in the sale that is running, as at a demonstration
 * @param testCards whether the payment gateway is the simulated one, whose cards anybody may try
 * @param rosters the folder where rosters of waiting rooms are kept that are over; without it they are only in the log then
 */
public record EdgeSettings(
        Listening listening,
        Log log,
        Identity identity,
        Optional<Analytics> analytics,
        Optional<String> webhookSecret,
        Optional<Provider> identityProvider,
        Protection protection,
        boolean publicShowcase,
        boolean testCards,
        Optional<Path> rosters) {

    /**
     * Where the edge listens.
     *
     * @param port 0 for a free one
     * @param bodyPatience how long a request's body may take to arrive, all of it
     */
    public record Listening(String bindAddress, int port, Duration bodyPatience) {}

    /**
     * Where the log is, and how much is asked of it.
     *
     * @param registerSchemas true where the edge may register its schemas; else they have to be released
     * @param maxInFlight how many commands may wait for their replies
     * @param answerDeadline how long a command may wait
     */
    public record Log(
            String bootstrapServers,
            RegistrySettings registry,
            boolean registerSchemas,
            int maxInFlight,
            Duration answerDeadline) {}

    /**
     * Who the edge is, and whom it believes.
     *
     * @param tokenKey the private EC P-256 key that signs access and admission tokens, a JWK as JSON
     * @param publishedKeys further keys that are published and believed but sign nothing: the next one, or the last one
     * @param trustedIssuers public keys, as JWK, of other issuers that may vouch for fans
     * @param passwordThreads how many passwords are hashed at once
     * @param phoneCountry the calling code of phone numbers that are written without one
     */
    public record Identity(
            ProcessKey processKey,
            String tokenKey,
            List<String> publishedKeys,
            String issuer,
            Map<String, String> trustedIssuers,
            int passwordThreads,
            String phoneCountry) {

        public Identity {
            publishedKeys = List.copyOf(publishedKeys);
            trustedIssuers = Map.copyOf(trustedIssuers);
        }

        /** Shows no key. */
        @Override
        public String toString() {
            return "Identity[issuer=" + issuer + ", trusts=" + trustedIssuers.keySet() + "]";
        }
    }

    /**
     * What stands before the edge and beside it.
     *
     * @param trustedProxies addresses and networks whose {@code X-Forwarded-For} counts
     * @param edges how many edges share the limits by address
     * @param captcha the service that tells people from machines, where there is one
     */
    public record Protection(List<String> trustedProxies, int edges, Optional<Captcha> captcha) {

        public Protection {
            trustedProxies = List.copyOf(trustedProxies);
        }
    }

    /** A service that is asked whether somebody solved its riddle. */
    public record Captcha(URI url, String siteKey, String secret) {
        /** Shows no secret. */
        @Override
        public String toString() {
            return "Captcha[url=" + url + "]";
        }
    }

    /**
     * A company that is asked over HTTP.
     *
     * @param url where, as known by the time somebody asks
     * @param key the login there
     */
    public record Provider(Supplier<URI> url, String key) {

        /** Shows no login. */
        @Override
        public String toString() {
            return "Provider[hidden]";
        }
    }

    /** ClickHouse, as a user who may only read. */
    public record Analytics(URI url, String user, String password) {

        public Analytics {
            if (!"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
                throw new IllegalArgumentException(
                        "ClickHouse is asked over HTTP; its address looks like http://host:8123");
            }
        }

        /** Shows no password. */
        @Override
        public String toString() {
            return "Analytics[url=" + url + ", user=" + user + "]";
        }
    }

    /** Settings in the making, with what has no default. */
    public static EdgeSettingsBuilder of(
            String bootstrapServers, String registryUrl, ProcessKey processKey, String tokenKey) {
        return new EdgeSettingsBuilder(bootstrapServers, RegistrySettings.of(registryUrl), processKey, tokenKey);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "EdgeSettings[listening=" + listening + ", identity=" + identity + ", analytics=" + analytics + "]";
    }
}
