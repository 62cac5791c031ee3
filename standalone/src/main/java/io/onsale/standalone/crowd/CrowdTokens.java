package io.onsale.standalone.crowd;

import io.onsale.edge.auth.TokenMinter;
import io.onsale.schemas.accounts.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Mints the fans' tokens in the name of an issuer of the demo's own, which the edges must trust. */
public final class CrowdTokens implements FanTokens {

    private static final Duration LIFE = Duration.ofHours(1);

    private final String issuer;
    private final TokenMinter minter;

    /**
     * Tokens by a given key.
     *
     * @param privateJwk an EC P-256 key with a key id, as JSON
     */
    public CrowdTokens(String issuer, String privateJwk) {
        this.issuer = issuer;
        this.minter = new TokenMinter(issuer, privateJwk, LIFE, Clock.systemUTC());
    }

    /** Tokens by a key made for this run. */
    public static CrowdTokens ofNewKey(String issuer) {
        return new CrowdTokens(issuer, TokenMinter.generateKey());
    }

    public String issuer() {
        return issuer;
    }

    /** The key by which edges verify the tokens, as JSON. */
    public String publicJwk() {
        return minter.publicJwk();
    }

    @Override
    public String account(String fan) {
        return issuer + ":" + fan;
    }

    @Override
    public String of(String fan) {
        return minter.mint(fan, Role.FAN, UUID.randomUUID().toString());
    }
}
