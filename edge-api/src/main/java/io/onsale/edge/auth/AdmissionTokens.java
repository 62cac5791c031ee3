package io.onsale.edge.auth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Admission tokens and receipts of places in line: signed so that anybody with the published keys can check them. */
public final class AdmissionTokens {
    private static final JOSEObjectType ADMISSION = new JOSEObjectType("admission+jwt");
    private static final JOSEObjectType RECEIPT = new JOSEObjectType("receipt+jwt");
    private static final int REMEMBERED = 20_000;
    private static final int MAX_LENGTH = 2048;

    private final String issuer;
    private final SigningKeys keys;
    // Signing costs more than anything else about a status, and an admission's token is asked for again and again.
    private final Recent<String, String> minted = new Recent<>(REMEMBERED);

    /** A fan who is let in at an event until an instant. */
    public record Admitted(String eventId, String fanId, String admissionId, Instant expiresAt) {}

    public AdmissionTokens(String issuer, SigningKeys keys) {
        this.issuer = issuer;
        this.keys = keys;
    }

    /** A token by which this fan, and nobody else, holds places of this event, and of no other. */
    public String mint(Admitted admitted) {
        return minted.find(admitted.admissionId()).orElseGet(() -> {
            String token = keys.sign(
                    ADMISSION,
                    new JWTClaimsSet.Builder()
                            .issuer(issuer)
                            .subject(admitted.fanId())
                            .claim("event", admitted.eventId())
                            .jwtID(admitted.admissionId())
                            .expirationTime(Date.from(admitted.expiresAt()))
                            .build());
            minted.put(admitted.admissionId(), token);
            return token;
        });
    }

    /** Who the token lets in; nothing where it is not true. Whether it is still good is for whoever knows the time. */
    public Optional<Admitted> verify(String token) {
        return token.length() > MAX_LENGTH
                ? Optional.empty()
                : keys.verify(ADMISSION, token)
                        .filter(claims -> issuer.equals(claims.getIssuer()))
                        .flatMap(AdmissionTokens::read);
    }

    /** Says in the issuer's name that these are the facts about a place. */
    public String receipt(Map<String, Object> facts) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(issuer);
        facts.forEach(claims::claim);
        return keys.sign(RECEIPT, claims.build());
    }

    private static Optional<Admitted> read(JWTClaimsSet claims) {
        try {
            @Nullable String event = claims.getStringClaim("event");
            @Nullable Date expires = claims.getExpirationTime();
            return event == null || expires == null || claims.getSubject() == null || claims.getJWTID() == null
                    ? Optional.empty()
                    : Optional.of(new Admitted(event, claims.getSubject(), claims.getJWTID(), expires.toInstant()));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
