package io.onsale.edge.auth;

import io.onsale.schemas.accounts.ProveContact;
import io.onsale.schemas.accounts.RequestCode;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.PersonSeal;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.privacy.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * People without an account: who they are to the log, and how their contact travels in a token that they can't read.
 *
 * <p>Contacts come here in the one spelling that each has.
 */
public final class Guests {

    /** How long a guest's token is good for: for holding and paying. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    private static final String PREFIX = "guest:";

    private final Pseudonyms pseudonyms;
    private final Seal contacts;
    private final Codes codes;
    private final TokenMinter tokens;

    public Guests(ProcessKey key, TokenMinter tokens) {
        this.pseudonyms = new Pseudonyms(key);
        this.contacts = new Seal(key.derive("guest-token"));
        this.codes = new Codes(key);
        this.tokens = tokens;
    }

    /** Who the owner of a contact is to the log. */
    public String id(String contact) {
        return idOf(pseudonyms.contactKey(contact));
    }

    /** The same by the contact's HMAC. */
    public static String idOf(String contactKey) {
        return PREFIX + contactKey;
    }

    /** Whether that is who somebody without an account is to the log. */
    public static boolean isGuest(String personId) {
        return personId.startsWith(PREFIX);
    }

    /**
     * The command to send a code there.
     *
     * @param own the guest's own seal
     * @param source HMAC of the address that asks
     */
    public RequestCode request(String contact, PersonSeal own, String source) {
        return new RequestCode(own.sealRecipient(pseudonyms.contactKey(contact), contact), source);
    }

    /**
     * The command to prove the contact by a code that was typed.
     *
     * @param source HMAC of the address that it was typed at
     */
    public ProveContact proof(String contact, String code, String source) {
        byte[] proof = codes.proof(CodePurpose.GUEST, pseudonyms.contactKey(contact), code);
        return new ProveContact(ByteBuffer.wrap(proof), source);
    }

    /**
     * A token for the owner of the contact. It never is in the log, so the contact in it needs no key that can be destroyed.
     *
     * @param sessionId of the one booking that the token is for
     */
    public String token(String contact, String sessionId) {
        String id = id(contact);
        byte[] sealed = contacts.seal(contact.getBytes(StandardCharsets.UTF_8), id);
        String unreadable = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        return tokens.mintGuest(id, unreadable, pseudonyms.contactKey(contact), sessionId, LIFE);
    }

    /** Where a guest is reached, as the token says. */
    public String contact(String guestId, String sealed) {
        return new String(contacts.open(Base64.getUrlDecoder().decode(sealed), guestId), StandardCharsets.UTF_8);
    }
}
