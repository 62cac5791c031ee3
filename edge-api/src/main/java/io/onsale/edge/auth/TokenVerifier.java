package io.onsale.edge.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.onsale.schemas.accounts.Role;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says whether an access token is true, and who it is about. */
final class TokenVerifier {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    /** Of all that we give: a guest's token. */
    private static final Duration LONGEST_LIFE = Guests.LIFE;

    /** Our keys sign other kinds of tokens too, and none of those lets anybody in. */
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"));

    private final String home;
    private final Map<String, Trusted> issuers = new HashMap<>();
    private final Clock clock;

    /** A caller for as long as its token is good. */
    record Verified(Caller caller, Instant from, Instant until) {

        boolean isGoodAt(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** An issuer's keys, by their ids; one without an id verifies whatever names none of the others. */
    private record Trusted(Map<String, JWSVerifier> keys, Optional<JWSVerifier> nameless) {
        Optional<JWSVerifier> keyOf(JWSHeader header) {
            return Optional.ofNullable(header.getKeyID()).map(keys::get).or(() -> nameless);
        }
    }

    /**
     * Reads the keys.
     *
     * @param home the issuer that may vouch for any role; the others vouch for fans
     * @param publicJwks each issuer's public EC P-256 key, or a set of them, as JSON
     */
    TokenVerifier(String home, Map<String, String> publicJwks, Clock clock) {
        this.home = home;
        this.clock = clock;
        publicJwks.forEach((issuer, jwk) -> issuers.put(issuer, trusted(issuer, jwk)));
    }

    /** Nothing where there is anything wrong with the token; what exactly is nobody's business. */
    Optional<Verified> verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            @Nullable Trusted issuer = claims.getIssuer() == null ? null : issuers.get(claims.getIssuer());
            Optional<JWSVerifier> key = Optional.ofNullable(issuer).flatMap(it -> it.keyOf(jwt.getHeader()));
            if (key.isEmpty() || !isOurKind(jwt.getHeader()) || !jwt.verify(key.get())) {
                return Optional.empty();
            }
            return read(claims).filter(it -> it.isGoodAt(clock.instant()));
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** The algorithm is ours to choose, never the token's. */
    private static boolean isOurKind(JWSHeader header) {
        boolean access = header.getType() == null || TYPES.contains(header.getType());
        return access && JWSAlgorithm.ES256.equals(header.getAlgorithm()) && header.getCriticalParams() == null;
    }

    private Optional<Verified> read(JWTClaimsSet claims) throws ParseException {
        @Nullable String account = claims.getSubject();
        @Nullable String role = claims.getStringClaim("role");
        @Nullable String session = claims.getStringClaim("sid");
        @Nullable Date expires = claims.getExpirationTime();
        if (account == null || account.isEmpty() || role == null || expires == null) {
            return Optional.empty();
        }
        Role known = Role.valueOf(role.toUpperCase(Locale.ROOT));
        if (known != Role.FAN && !home.equals(claims.getIssuer())) {
            return Optional.empty();
        }
        boolean ours = home.equals(claims.getIssuer());
        Caller caller = new Caller(
                ours ? account : accountOf(claims.getIssuer(), account),
                known,
                session == null ? "" : session,
                Optional.ofNullable(claims.getStringClaim("contact")),
                // Only we know whose contact is whose.
                Optional.ofNullable(claims.getStringClaim(TokenMinter.CONTACT_KEY))
                        .filter(key -> ours));
        return Optional.of(new Verified(caller, from(claims, expires.toInstant()), expires.toInstant()));
    }

    /** Of another issuer's subject, which so is never one of our accounts: those have no colon in their ids. */
    static String accountOf(String issuer, String subject) {
        return issuer + ":" + subject;
    }

    /** No token of ours is from later than now or for longer than any we give; one that is was given by an edge that was ahead. */
    private Instant from(JWTClaimsSet claims, Instant until) {
        Instant from = later(Instant.EPOCH, claims.getNotBeforeTime());
        return home.equals(claims.getIssuer())
                ? later(later(from, claims.getIssueTime()), Date.from(until.minus(LONGEST_LIFE)))
                : from;
    }

    private static Instant later(Instant from, @Nullable Date stated) {
        Instant other = stated == null ? from : stated.toInstant().minus(CLOCK_SKEW);
        return other.isAfter(from) ? other : from;
    }

    private static Trusted trusted(String issuer, String jwks) {
        Map<String, JWSVerifier> named = new HashMap<>();
        Optional<JWSVerifier> nameless = Optional.empty();
        try {
            for (JWK each : keys(jwks)) {
                ECKey key = each.toECKey();
                if (!Curve.P_256.equals(key.getCurve())) {
                    throw new IllegalArgumentException("The keys of issuer " + issuer + " have to be on P-256");
                }
                JWSVerifier verifier = new ECDSAVerifier(key.toPublicJWK());
                if (key.getKeyID() == null) {
                    nameless = Optional.of(verifier);
                } else {
                    named.put(key.getKeyID(), verifier);
                }
            }
            return new Trusted(named, nameless);
        } catch (ParseException | JOSEException | ClassCastException e) {
            throw new IllegalArgumentException("The keys of issuer " + issuer + " can't be read", e);
        }
    }

    private static List<JWK> keys(String jwks) throws ParseException {
        return jwks.contains("\"keys\"") ? JWKSet.parse(jwks).getKeys() : List.of(ECKey.parse(jwks));
    }
}
