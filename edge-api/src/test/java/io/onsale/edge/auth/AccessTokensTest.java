package io.onsale.edge.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.onsale.schemas.accounts.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final TestClock clock = new TestClock();
    private final String key = TokenMinter.generateKey();
    private final TokenMinter home = new TokenMinter("onsale", key, LIFE, clock);
    private final String demoKey = TokenMinter.generateKey();
    private final TokenMinter demo = new TokenMinter("demo", demoKey, LIFE, clock);
    private final AccessTokens tokens =
            new AccessTokens("onsale", Map.of("onsale", home.publicJwk(), "demo", demo.publicJwk()), clock);

    @Test
    void knowsWhoATokenIsAbout() {
        String token = home.mint("account-1", Role.ORGANIZER, "session-1");
        assertThat(tokens.verify(token)).contains(new Caller("account-1", Role.ORGANIZER, "session-1"));
        assertThat(tokens.verify(token)).contains(new Caller("account-1", Role.ORGANIZER, "session-1"));
    }

    @Test
    void forgetsATokenTheInstantItExpires() {
        String token = home.mint("account-1", Role.FAN, "session-1");
        clock.advance(LIFE.minusSeconds(1));
        assertThat(tokens.verify(token)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.verify(token)).isEmpty();
        assertThat(home.mint("account-1", Role.FAN, "session-1")).isNotEqualTo(token);
    }

    @Test
    void letsOtherIssuersVouchForFansOnly() {
        assertThat(tokens.verify(demo.mint("fan-1", Role.FAN, "s"))).isPresent();
        assertThat(tokens.verify(demo.mint("fan-1", Role.OPERATOR, "s"))).isEmpty();
        assertThat(tokens.verify(demo.mint("fan-1", Role.ORGANIZER, "s"))).isEmpty();
    }

    @Test
    void knowsFansOfOtherIssuersUnderNamesThatNoAccountOfOursHas() {
        assertThat(tokens.verify(demo.mint("account-1", Role.FAN, "s")))
                .contains(new Caller("demo:account-1", Role.FAN, "s"));
    }

    @Test
    void believesOnlyItselfWhoseContactIsWhose() {
        assertThat(tokens.verify(home.mint("account-1", Role.FAN, "s", "contact")))
                .get()
                .extracting(Caller::contactKey)
                .isEqualTo(Optional.of("contact"));
        assertThat(tokens.verify(demo.mint("account-1", Role.FAN, "s", "contact")))
                .contains(new Caller("demo:account-1", Role.FAN, "s"));
    }

    @Test
    void refusesAnIssuerThatIsNotTrustedAndAKeyThatIsNotItsOwn() {
        assertThat(tokens.verify(new TokenMinter("elsewhere", key, LIFE, clock).mint("a", Role.FAN, "s")))
                .isEmpty();
        assertThat(tokens.verify(
                        new TokenMinter("onsale", TokenMinter.generateKey(), LIFE, clock).mint("a", Role.FAN, "s")))
                .isEmpty();
        assertThat(tokens.verify(new TokenMinter("demo", key, LIFE, clock).mint("a", Role.FAN, "s")))
                .isEmpty();
    }

    @Test
    void refusesATokenForLater() throws Exception {
        assertThat(tokens.verify(signed(claims -> claims.notBeforeTime(in(Duration.ofMinutes(1))))))
                .isEmpty();
        assertThat(tokens.verify(signed(claims -> claims.notBeforeTime(in(Duration.ofMinutes(-1))))))
                .isPresent();
    }

    @Test
    void refusesATokenThatAnEdgeOfOursWhoseClockIsAheadHasGiven() {
        TestClock ahead = new TestClock();
        TokenMinter wrong = new TokenMinter("onsale", key, LIFE, ahead);
        ahead.advance(Duration.ofSeconds(5));
        assertThat(tokens.verify(wrong.mint("account-1", Role.FAN, "s"))).isPresent();

        ahead.advance(Duration.ofHours(1));
        String token = wrong.mint("account-1", Role.FAN, "s");
        assertThat(tokens.verify(token)).isEmpty();

        clock.advance(Duration.ofHours(1));
        assertThat(tokens.verify(token)).isPresent();
    }

    @Test
    void forgetsATokenFromLaterThanNowOnceTheClockIsPutRight() {
        clock.advance(Duration.ofHours(1));
        String token = home.mint("account-1", Role.FAN, "s");
        assertThat(tokens.verify(token)).isPresent();

        clock.advance(Duration.ofHours(-1));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void refusesATokenOfOursThatIsForLongerThanAnyWeGive() throws Exception {
        assertThat(tokens.verify(signed(claims -> claims.expirationTime(in(Guests.LIFE.plusSeconds(6))))))
                .isEmpty();
        assertThat(tokens.verify(signed(claims -> claims.expirationTime(in(Guests.LIFE)))))
                .isPresent();
        TokenMinter lasting = new TokenMinter("demo", demoKey, Duration.ofHours(1), clock);
        assertThat(tokens.verify(lasting.mint("fan-1", Role.FAN, "s"))).isPresent();
    }

    @Test
    void refusesATokenWithoutAnEndASubjectOrAKnownRole() throws Exception {
        assertThat(tokens.verify(signed(claims -> claims.expirationTime(null)))).isEmpty();
        assertThat(tokens.verify(signed(claims -> claims.subject(null)))).isEmpty();
        assertThat(tokens.verify(signed(claims -> claims.subject("")))).isEmpty();
        assertThat(tokens.verify(signed(claims -> claims.claim("role", null)))).isEmpty();
        assertThat(tokens.verify(signed(claims -> claims.claim("role", "emperor"))))
                .isEmpty();
        assertThat(tokens.verify(signed(claims -> claims.claim("role", 7)))).isEmpty();
        assertThat(tokens.verify(signed(claims -> claims.issuer(null)))).isEmpty();
    }

    @Test
    void refusesAnotherKeyId() throws Exception {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("another").build();
        SignedJWT token = new SignedJWT(header, claims(claims -> claims));
        token.sign(new ECDSASigner(ECKey.parse(key)));
        assertThat(tokens.verify(token.serialize())).isEmpty();
    }

    @Test
    void refusesToLetATokenChooseItsAlgorithm() throws Exception {
        assertThat(tokens.verify(new PlainJWT(claims(claims -> claims)).serialize()))
                .isEmpty();
        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(ECKey.parse(key).getKeyID())
                        .build(),
                claims(claims -> claims));
        confused.sign(new MACSigner(home.publicJwk().getBytes(StandardCharsets.UTF_8)));
        assertThat(tokens.verify(confused.serialize())).isEmpty();
    }

    @Test
    void refusesEveryTokenThatWasAlteredAnywhere() {
        String token = home.mint("account-1", Role.FAN, "session-1");
        assertThat(tokens.verify(token)).isPresent();
        for (int place = 0; place < token.length() - 1; place++) {
            char other = token.charAt(place) == 'A' ? 'B' : 'A';
            String altered = token.substring(0, place) + other + token.substring(place + 1);
            assertThat(tokens.verify(altered)).as("altered at " + place).isEmpty();
        }
    }

    @Test
    void refusesASignatureOfZeros() {
        String token = home.mint("account-1", Role.FAN, "session-1");
        String zeros = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[64]);
        assertThat(tokens.verify(token.substring(0, token.lastIndexOf('.') + 1) + zeros))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        for (String text :
                new String[] {"", ".", "..", "a.b.c", "a.b.c.d.e", "\u0000", "x".repeat(100_000), "{}.{}.{}"}) {
            assertThat(tokens.verify(text)).isEmpty();
        }
    }

    @Test
    void acceptsOnlyKeysOnP256ForSigning() throws Exception {
        String otherCurve =
                new ECKeyGenerator(Curve.P_384).keyID("k").generate().toJSONString();
        for (String jwk : new String[] {home.publicJwk(), otherCurve, "{}", "not json"}) {
            assertThatThrownBy(() -> new TokenMinter("onsale", jwk, LIFE, clock))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        ECKey parsed = ECKey.parse(key);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(parsed.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims(change));
        token.sign(new ECDSASigner(parsed));
        return token.serialize();
    }

    private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer("onsale")
                        .subject("account-1")
                        .claim("role", "fan")
                        .claim("sid", "session-1")
                        .expirationTime(in(LIFE)))
                .build();
    }

    private Date in(Duration duration) {
        return Date.from(clock.instant().plus(duration));
    }
}
