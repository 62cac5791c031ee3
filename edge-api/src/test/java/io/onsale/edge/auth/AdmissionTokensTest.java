package io.onsale.edge.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.onsale.edge.auth.AdmissionTokens.Admitted;
import io.onsale.schemas.accounts.Role;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTokensTest {
    private static final Admitted ADMITTED =
            new Admitted("event-1", "fan-1", "event-1.7", Instant.parse("2026-12-01T11:15:00Z"));

    private final String old = TokenMinter.generateKey();
    private final String young = TokenMinter.generateKey();
    private final SigningKeys keys = new SigningKeys(old, List.of());
    private final AdmissionTokens tokens = new AdmissionTokens("onsale", keys);

    @Test
    void bindsEventFanAndAdmission() {
        assertThat(tokens.verify(tokens.mint(ADMITTED))).contains(ADMITTED);
    }

    @Test
    void givesTheSameTokenOutAgain() {
        assertThat(tokens.mint(ADMITTED)).isEqualTo(tokens.mint(ADMITTED));
    }

    @Test
    void takesNoOtherTokenForOne() {
        TokenMinter access = new TokenMinter("onsale", keys, Duration.ofMinutes(10), Clock.systemUTC());
        String good = tokens.mint(ADMITTED);
        String[] parts = good.split("\\.", -1);
        List<String> forged = List.of(
                "",
                "a.b.c",
                access.mint("fan-1", Role.FAN, "session"),
                tokens.receipt(Map.of("event", "event-1", "jti", "event-1.7", "sub", "fan-1")),
                new AdmissionTokens("elsewhere", keys).mint(ADMITTED),
                new AdmissionTokens("onsale", new SigningKeys(young, List.of())).mint(ADMITTED),
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + "A".repeat(86),
                "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                good + "A".repeat(3_000));

        assertThat(forged).allSatisfy(token -> assertThat(tokens.verify(token)).isEmpty());
    }

    @Test
    void isNoAccessToken() {
        AccessTokens access = new AccessTokens("onsale", Map.of("onsale", keys.publicJwks()), Clock.systemUTC());
        Admitted lasting =
                new Admitted("event-1", "fan-1", "event-1.8", Instant.now().plusSeconds(900));

        assertThat(access.verify(tokens.mint(lasting))).isEmpty();
        assertThat(access.verify(tokens.receipt(Map.of("sub", "fan-1", "role", "operator", "exp", 9_999_999_999L))))
                .isEmpty();
    }

    @Test
    void aKeyIsChangedWithoutAnybodyNoticing() {
        AdmissionTokens before = new AdmissionTokens("onsale", new SigningKeys(old, List.of(young)));
        AdmissionTokens after = new AdmissionTokens("onsale", new SigningKeys(young, List.of(old)));
        AdmissionTokens done = new AdmissionTokens("onsale", new SigningKeys(young, List.of()));

        assertThat(after.verify(before.mint(ADMITTED))).contains(ADMITTED);
        assertThat(before.verify(after.mint(ADMITTED))).contains(ADMITTED);
        assertThat(done.verify(after.mint(ADMITTED))).contains(ADMITTED);
        assertThat(done.verify(before.mint(ADMITTED))).isEmpty();
    }

    @Test
    void accessTokensOutliveAChangeOfKeysToo() {
        SigningKeys after = new SigningKeys(young, List.of(old));
        TokenMinter before = new TokenMinter("onsale", keys, Duration.ofMinutes(10), Clock.systemUTC());
        AccessTokens access = new AccessTokens("onsale", Map.of("onsale", after.publicJwks()), Clock.systemUTC());

        assertThat(access.verify(before.mint("fan-1", Role.FAN, "s"))).isPresent();
        assertThat(access.verify(new TokenMinter("onsale", after, Duration.ofMinutes(10), Clock.systemUTC())
                        .mint("fan-1", Role.FAN, "s")))
                .isPresent();
    }

    @Test
    void publishesNothingPrivate() throws ParseException {
        JWKSet published = JWKSet.parse(new SigningKeys(young, List.of(old)).publicJwks());

        assertThat(published.getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
        assertThat(published.getKeyByKeyId(
                        SignedJWT.parse(tokens.mint(ADMITTED)).getHeader().getKeyID()))
                .isNotNull();
    }

    @Test
    void wantsKeysThatCanBeToldApart() {
        assertThatThrownBy(() -> new SigningKeys(old, List.of(old))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SigningKeys(keys.publicJwk(), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SigningKeys(old, List.of("{}"))).isInstanceOf(IllegalArgumentException.class);
    }
}
