package io.onsale.schemas.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Seals what the log may hold of one person with that person's own key, so that it can be read as long as the key is there.
 *
 * <p>Everything is bound to what it is and whose, so that nothing opens in another's place.
 */
public final class PersonSeal {

    private final String personId;
    private final Seal seal;

    PersonSeal(String personId, Seal seal) {
        this.personId = personId;
        this.seal = seal;
    }

    /** Seals what a person told, such as a name. */
    public ByteBuffer seal(String field, String text) {
        return ByteBuffer.wrap(seal.seal(text.getBytes(StandardCharsets.UTF_8), context(field)));
    }

    /** Opens what {@link #seal} sealed for the same field, or throws {@link BrokenSealException}. */
    public String open(String field, ByteBuffer sealed) {
        byte[] bytes = new byte[sealed.remaining()];
        sealed.duplicate().get(bytes);
        return new String(seal.open(bytes, context(field)), StandardCharsets.UTF_8);
    }

    /**
     * Seals where a message to the person goes.
     *
     * @param subject as the command to send it will have it: the order, or the HMAC of the contact
     */
    public ByteBuffer sealRecipient(String subject, String recipient) {
        return seal(recipient(subject), recipient);
    }

    /** Opens what {@link #sealRecipient} sealed for the same subject, or throws {@link BrokenSealException}. */
    public String openRecipient(String subject, ByteBuffer sealed) {
        return open(recipient(subject), sealed);
    }

    private static String recipient(String subject) {
        return "recipient of " + subject;
    }

    private String context(String field) {
        return field + ":" + personId;
    }
}
