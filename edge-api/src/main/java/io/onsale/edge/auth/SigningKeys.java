package io.onsale.edge.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer: one signs (ES256), and all of them are published and believed.
 *
 * <p>So a key is changed without anybody noticing: first the new one is published by every edge, then it signs, and the old one is dropped once
 * nothing that it signed is good any more.
 */
public final class SigningKeys {
    private final ECKey signing;
    private final ECDSASigner signer;
    private final JWKSet published;
    private final Map<String, JWSVerifier> verifiers = new HashMap<>();

    /**
     * Reads the keys.
     *
     * @param privateJwk the EC P-256 key that signs, with a key id, as JSON
     * @param besides further EC P-256 keys with ids of their own, as JSON; of private ones the public half is used
     */
    public SigningKeys(String privateJwk, List<String> besides) {
        this.signing = read(privateJwk);
        if (!signing.isPrivate()) {
            throw new IllegalArgumentException("A token key has to be a private EC P-256 key with a key id");
        }
        List<JWK> all = new ArrayList<>(List.of(signing.toPublicJWK()));
        besides.stream().map(SigningKeys::read).map(ECKey::toPublicJWK).forEach(all::add);
        try {
            this.signer = new ECDSASigner(signing);
            for (JWK each : all) {
                JWSVerifier twin = verifiers.put(each.getKeyID(), new ECDSAVerifier(each.toECKey()));
                if (twin != null) {
                    throw new IllegalArgumentException("Two token keys have the id " + each.getKeyID());
                }
            }
        } catch (JOSEException e) {
            throw new IllegalArgumentException("A token key has to be an EC P-256 key", e);
        }
        this.published = new JWKSet(all);
    }

    /** The public half of the key that signs, as JSON. */
    public String publicJwk() {
        return signing.toPublicJWK().toJSONString();
    }

    /** The public halves of all keys, as a JWK set in JSON. */
    public String publicJwks() {
        return published.toString(true);
    }

    /**
     * A token with these claims.
     *
     * @param type what kind of token it is; none is taken for another kind
     */
    String sign(JOSEObjectType type, JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(type)
                        .keyID(signing.getKeyID())
                        .build(),
                claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("A token could not be signed", e);
        }
        return token.serialize();
    }

    /** The claims of a token of this kind that one of the keys signed; nothing where anything about it is wrong. */
    Optional<JWTClaimsSet> verify(JOSEObjectType type, String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            @Nullable JWSVerifier verifier = header.getKeyID() == null ? null : verifiers.get(header.getKeyID());
            boolean ours = verifier != null
                    && JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    && header.getCriticalParams() == null
                    && type.equals(header.getType())
                    && jwt.verify(verifier);
            return ours ? Optional.of(jwt.getJWTClaimsSet()) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static ECKey read(String jwk) {
        try {
            ECKey key = ECKey.parse(jwk);
            if (!Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
                throw new IllegalArgumentException("A token key has to be an EC P-256 key with a key id");
            }
            return key;
        } catch (ParseException e) {
            // The cause might quote the key.
            throw new IllegalArgumentException("A token key has to be a JWK; this can't be read");
        }
    }
}
