package io.onsale.edge.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import io.onsale.schemas.accounts.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/** Signs access tokens (JWT, ES256) in the name of one issuer. */
public final class TokenMinter {

    static final String CONTACT_KEY = "contact_key";

    private final String issuer;
    private final SigningKeys keys;
    private final Duration life;
    private final Clock clock;

    /**
     * Reads the key.
     *
     * @param privateJwk an EC P-256 key with a key id, as JSON
     */
    public TokenMinter(String issuer, String privateJwk, Duration life, Clock clock) {
        this(issuer, new SigningKeys(privateJwk, List.of()), life, clock);
    }

    /** Signs with the key that signs. */
    public TokenMinter(String issuer, SigningKeys keys, Duration life, Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.life = life;
        this.clock = clock;
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
        return keys.publicJwk();
    }

    /** How long its tokens are good for. */
    public Duration life() {
        return life;
    }

    /** A token for this person in this session, whose contact is not known. */
    public String mint(String accountId, Role role, String sessionId) {
        return sign(claims(accountId, role, life).claim("sid", sessionId).build());
    }

    /**
     * A token for this person in this session.
     *
     * @param contactKey HMAC of the person's contact
     */
    public String mint(String accountId, Role role, String sessionId, String contactKey) {
        return sign(claims(accountId, role, life)
                .claim("sid", sessionId)
                .claim(CONTACT_KEY, contactKey)
                .build());
    }

    /**
     * A token for a guest.
     *
     * @param contact where the guest is reached, sealed
     * @param contactKey HMAC of the same
     */
    String mintGuest(String guestId, String contact, String contactKey, String sessionId, Duration guestLife) {
        return sign(claims(guestId, Role.GUEST, guestLife)
                .claim("contact", contact)
                .claim(CONTACT_KEY, contactKey)
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
        return keys.sign(JOSEObjectType.JWT, claims);
    }
}
