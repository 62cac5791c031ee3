package io.onsale.standalone.run;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.onsale.edge.Edge;
import io.onsale.edge.EdgeSettings;
import io.onsale.edge.EdgeSettingsBuilder;
import io.onsale.edge.http.ClientAddresses;
import io.onsale.schemas.privacy.Contacts;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.Endpoints;
import java.net.URI;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/** A process that runs an edge. */
public final class EdgeProcess implements AutoCloseable {

    private final Edge edge;

    private EdgeProcess(Edge edge) {
        this.edge = edge;
    }

    public static EdgeProcess start(Environment environment) {
        Log log = Log.from(environment);
        Listening listening = Listening.from(environment);
        Optional<ProcessKey> processKey = environment.parsed(Variable.ONSALE_PROCESS_KEY, ProcessKey::fromBase64);
        Optional<String> tokenKey = environment.parsed(Variable.ONSALE_TOKEN_KEY, EdgeProcess::privateKey);
        String clickHouse = ClickHouseVariables.address(environment);
        Endpoints.Login reader = ClickHouseVariables.reader(environment);
        Optional<GatewayKind> gateway = environment.parsed(Variable.ONSALE_GATEWAY, GatewayKind::of);
        String webhookSecret = environment.text(Variable.ONSALE_GATEWAY_SECRET);
        List<String> proxies = environment.list(Variable.ONSALE_TRUSTED_PROXIES);
        environment.parsed(Variable.ONSALE_TRUSTED_PROXIES, ignored -> ClientAddresses.behind(proxies));
        int edges = environment.number(Variable.ONSALE_EDGES, 1, 10_000);
        Optional<String> phoneCountry = environment.parsed(Variable.ONSALE_PHONE_COUNTRY, EdgeProcess::callingCode);
        Optional<URI> identities = environment.parsed(Variable.ONSALE_IDENTITY_URL, URI::create);
        String identityKey = environment.text(Variable.ONSALE_IDENTITY_KEY);
        Optional<List<String>> besides = environment.parsed(Variable.ONSALE_TOKEN_KEYS, EdgeProcess::keySet);
        Optional<URI> captcha = environment.parsed(Variable.ONSALE_CAPTCHA_URL, URI::create);
        String siteKey = environment.text(Variable.ONSALE_CAPTCHA_SITE_KEY);
        String captchaSecret = environment.text(Variable.ONSALE_CAPTCHA_SECRET);
        Path state = Path.of(environment.text(Variable.ONSALE_STATE_DIR));
        environment.check();
        log.makeTopics();
        EdgeSettingsBuilder settings = EdgeSettings.of(
                        log.brokers(), log.registry(), processKey.orElseThrow(), tokenKey.orElseThrow())
                .listeningOn(listening.address(), listening.port())
                .withAnalytics(URI.create(clickHouse), reader.user(), reader.password())
                .withWebhookSecret(webhookSecret)
                .withPhoneCountry(phoneCountry.orElseThrow())
                .publishing(besides.orElse(List.of()))
                .withProtection(proxies, edges)
                .keepingRostersIn(state.resolve("rosters"));
        captcha.ifPresent(url -> settings.withCaptcha(url, siteKey, captchaSecret));
        identities.ifPresent(url -> settings.withIdentityProvider(() -> url, identityKey));
        log.registryLogin().ifPresent(login -> settings.withRegistryLogin(login.user(), login.password()));
        if (log.registration() == Registration.REGISTER) {
            settings.registeringSchemas();
        }
        if (gateway.orElseThrow() == GatewayKind.SIMULATED) {
            settings.withTestCards();
        }
        return new EdgeProcess(Edge.start(settings.build()));
    }

    private static String callingCode(String text) {
        Contacts unused = new Contacts(text);
        return text;
    }

    private static List<String> keySet(String jwks) {
        try {
            return JWKSet.parse(jwks).getKeys().stream()
                    .map(key -> key.toPublicJWK().toJSONString())
                    .toList();
        } catch (ParseException e) {
            // The cause might quote a private key.
            throw new IllegalArgumentException("this is no JWK set");
        }
    }

    private static String privateKey(String jwk) {
        try {
            if (!ECKey.parse(jwk).isPrivate()) {
                throw new IllegalArgumentException("a public key cannot sign");
            }
            return jwk;
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void close() {
        edge.close();
    }
}
