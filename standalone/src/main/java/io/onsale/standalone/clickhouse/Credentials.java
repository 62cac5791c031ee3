package io.onsale.standalone.clickhouse;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A ClickHouse user and the password it has until the engine stops. */
public record Credentials(String user, String password) {

    private static final int PASSWORD_BYTES = 24;

    static Credentials random(String user) {
        byte[] secret = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(secret);
        return new Credentials(user, HexFormat.of().formatHex(secret));
    }

    /** Leaves the password out, so that printing credentials never tells them. */
    @Override
    public String toString() {
        return "Credentials[user=" + user + "]";
    }
}
