package io.onsale.edge.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.onsale.schemas.accounts.Role;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;

/** Signs access tokens (JWT, ES256) in the name of one issuer. */
public final class TokenMinter {

    private final String issuer;
    private final ECKey key;
    private final ECDSASigner signer;
    private final Duration life;
    private final Clock clock;

    /**
     * Reads the key.
     *
     * @param privateJwk an EC P-256 key with a key id, as JSON
     */
    public TokenMinter(String issuer, String privateJwk, Duration life, Clock clock) {
        this.issuer = issuer;
        this.key = privateKey(privateJwk);
        this.life = life;
        this.clock = clock;
        try {
            this.signer = new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("A token key has to be a private EC P-256 key", e);
        }
    }

    /** A new private key, as JSON. */
    public static String generateKey() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }

    /** The public half, with which others verify, as JSON. */
    public String publicJwk() {
        return key.toPublicJWK().toJSONString();
    }

    /** How long its tokens are good for. */
    public Duration life() {
        return life;
    }

    /** A token for this person in this session. */
    public String mint(String accountId, Role role, String sessionId) {
        return sign(claims(accountId, role, life).claim("sid", sessionId).build());
    }

    /**
     * A token for a guest.
     *
     * @param contact where the guest is reached, sealed
     */
    String mintGuest(String guestId, String contact, String sessionId, Duration guestLife) {
        return sign(claims(guestId, Role.GUEST, guestLife)
                .claim("contact", contact)
                .claim("sid", sessionId)
                .build());
    }

    private JWTClaimsSet.Builder claims(String subject, Role role, Duration goodFor) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(subject)
                .claim("role", role.name().toLowerCase(Locale.ROOT))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(goodFor)));
    }

    private String sign(JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
        return token.serialize();
    }

    private static ECKey privateKey(String jwk) {
        try {
            ECKey key = ECKey.parse(jwk);
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
                throw new IllegalArgumentException("A token key has to be a private EC P-256 key with a key id");
            }
            return key;
        } catch (ParseException e) {
            // The cause might quote the key.
            throw new IllegalArgumentException("A token key has to be a JWK; this can't be read");
        }
    }
}
