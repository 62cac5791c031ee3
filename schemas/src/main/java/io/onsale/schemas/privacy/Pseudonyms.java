package io.onsale.schemas.privacy;

import java.util.HexFormat;
import java.util.Locale;

/** Names for people that only this deployment can link to them; the same person always has the same. */
public final class Pseudonyms {

    private static final int PSEUDONYM_BYTES = 16;

    private final Hmac ids;
    private final Hmac emails;

    public Pseudonyms(ProcessKey key) {
        this.ids = new Hmac(key.derive("pseudonym"));
        this.emails = new Hmac(key.derive("email"));
    }

    /** What stands for an identifier of a person outside the log. */
    public String of(String id) {
        return HexFormat.of().formatHex(ids.of(id), 0, PSEUDONYM_BYTES);
    }

    /** The key under which the log knows an email address, however it was spelled. */
    public String emailKey(String email) {
        return "email:" + HexFormat.of().formatHex(emails.of(email.strip().toLowerCase(Locale.ROOT)));
    }
}
