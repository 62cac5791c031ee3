package io.onsale.schemas.privacy;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names for people that only this deployment can link to them; the same person always has the same. */
public final class Pseudonyms {

    private static final int PSEUDONYM_BYTES = 16;

    private final Hmac ids;
    private final Hmac emails;
    private final Hmac sessions;
    private final Hmac contacts;
    private final Hmac addresses;
    private final Hmac identities;

    public Pseudonyms(ProcessKey key) {
        this.ids = new Hmac(key.derive("pseudonym"));
        this.emails = new Hmac(key.derive("email"));
        this.sessions = new Hmac(key.derive("session"));
        this.contacts = new Hmac(key.derive("contact"));
        this.addresses = new Hmac(key.derive("address"));
        this.identities = new Hmac(key.derive("identity"));
    }

    /** What stands for an identifier of a person outside the log. */
    public String of(String id) {
        return shortened(ids.of(id));
    }

    /** What the log calls a session of pages, whatever its pages call it. */
    public String session(String named) {
        return shortened(sessions.of(named));
    }

    /** What the log calls the address that a request came from. */
    public String address(String address) {
        return shortened(addresses.of(address));
    }

    /** The key under which the log knows an email address, however it was spelled. */
    public String emailKey(String email) {
        return "email:" + HexFormat.of().formatHex(emails.of(Contacts.email(email)));
    }

    /** What stands for a contact, an email address or a phone number, in the spelling that {@link Contacts} gives it. */
    public String contactKey(String tidy) {
        return HexFormat.of().formatHex(contacts.of(tidy));
    }

    /** What stands for a person whose identity was verified, by what the provider calls them. */
    public String identityKey(String person) {
        return HexFormat.of().formatHex(identities.of(person));
    }

    /**
     * The same of whom either that is kept, or what the provider calls them, as it was once; nothing of whom neither is.
     *
     * @param key what stands for the person
     */
    public Optional<String> identityKey(@Nullable String key, @Nullable String person) {
        return Optional.ofNullable(key).or(() -> Optional.ofNullable(person).map(this::identityKey));
    }

    private static String shortened(byte[] code) {
        return HexFormat.of().formatHex(code, 0, PSEUDONYM_BYTES);
    }
}
