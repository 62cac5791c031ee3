package io.onsale.schemas.privacy;

import java.util.HexFormat;
import java.util.Locale;

/** Names for people that only this deployment can link to them; the same person always has the same. */
public final class Pseudonyms {

    private static final int PSEUDONYM_BYTES = 16;

    private final Hmac ids;
    private final Hmac emails;
    private final Hmac sessions;

    public Pseudonyms(ProcessKey key) {
        this.ids = new Hmac(key.derive("pseudonym"));
        this.emails = new Hmac(key.derive("email"));
        this.sessions = new Hmac(key.derive("session"));
    }

    /** What stands for an identifier of a person outside the log. */
    public String of(String id) {
        return shortened(ids.of(id));
    }

    /** What the log calls a session of pages, whatever its pages call it. */
    public String session(String named) {
        return shortened(sessions.of(named));
    }

    /** The key under which the log knows an email address, however it was spelled. */
    public String emailKey(String email) {
        return "email:" + HexFormat.of().formatHex(emails.of(email.strip().toLowerCase(Locale.ROOT)));
    }

    private static String shortened(byte[] code) {
        return HexFormat.of().formatHex(code, 0, PSEUDONYM_BYTES);
    }
}
