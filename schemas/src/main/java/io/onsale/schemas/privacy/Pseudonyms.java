package io.onsale.schemas.privacy;

import java.util.HexFormat;
import java.util.Locale;

/** Names for people that only this deployment can link to them; the same person always has the same. */
public final class Pseudonyms {

    private static final int PSEUDONYM_BYTES = 16;

    private final Hmac ids;
    private final Hmac emails;
    private final Hmac sessions;
    private final Hmac contacts;

    public Pseudonyms(ProcessKey key) {
        this.ids = new Hmac(key.derive("pseudonym"));
        this.emails = new Hmac(key.derive("email"));
        this.sessions = new Hmac(key.derive("session"));
        this.contacts = new Hmac(key.derive("contact"));
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

    /** What stands for a contact, an email address or a phone number, however it was written. */
    public String contactKey(String contact) {
        String plain = contact.strip().toLowerCase(Locale.ROOT);
        String tidy = plain.contains("@") ? plain : plain.replaceAll("[^0-9+]", "");
        return HexFormat.of().formatHex(contacts.of(tidy));
    }

    private static String shortened(byte[] code) {
        return HexFormat.of().formatHex(code, 0, PSEUDONYM_BYTES);
    }
}
