package io.onsale.edge.auth;

import io.onsale.schemas.accounts.ProveContact;
import io.onsale.schemas.accounts.RequestCode;
import io.onsale.schemas.messages.CodePurpose;
import io.onsale.schemas.privacy.Codes;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.schemas.privacy.SecretSeals;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;

/** People without an account: who they are to the log, and how their contact travels in a token that they can't read. */
public final class Guests {

    /** How long a guest's token is good for: for holding, paying, and a second try. */
    public static final Duration LIFE = Duration.ofMinutes(30);

    private static final String PREFIX = "guest:";

    private final Pseudonyms pseudonyms;
    private final SecretSeals seals;
    private final Codes codes;
    private final TokenMinter tokens;

    public Guests(ProcessKey key, TokenMinter tokens) {
        this.pseudonyms = new Pseudonyms(key);
        this.seals = new SecretSeals(key);
        this.codes = new Codes(key);
        this.tokens = tokens;
    }

    /** Who the owner of a contact is to the log. */
    public String id(String contact) {
        return PREFIX + pseudonyms.contactKey(contact);
    }

    /** The command to send a code there. */
    public RequestCode request(String contact) {
        return new RequestCode(seals.sealRecipient(pseudonyms.contactKey(contact), contact));
    }

    /** The command to prove the contact by a code that was typed. */
    public ProveContact proof(String contact, String code) {
        return new ProveContact(ByteBuffer.wrap(codes.proof(CodePurpose.GUEST, pseudonyms.contactKey(contact), code)));
    }

    /** A token for the owner of the contact. */
    public String token(String contact) {
        String id = id(contact);
        ByteBuffer sealed = seals.sealRecipient(id, contact);
        byte[] bytes = new byte[sealed.remaining()];
        sealed.get(bytes);
        return tokens.mintGuest(id, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), LIFE);
    }

    /** Where a guest is reached, as the token says. */
    public String contact(String guestId, String sealed) {
        return seals.openRecipient(
                guestId, ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed)));
    }
}
