package io.onsale.schemas.privacy;

import io.onsale.schemas.messages.CodePurpose;
import java.nio.ByteBuffer;

/**
 * One-time codes that nobody has to remember: each follows from the process key and what it is about.
 *
 * <p>The log carries neither a code nor anything a code could be guessed from, only proofs under the process key.
 */
public final class Codes {

    private static final int DIGITS = 6;

    /** By it one has an account and all that it bought, and that of as many people as one likes can be guessed at at once. */
    private static final int DIGITS_OF_A_PASSWORD = 8;

    private final Hmac codes;
    private final Hmac proofs;

    public Codes(ProcessKey key) {
        this.codes = new Hmac(key.derive("code"));
        this.proofs = new Hmac(key.derive("code-proof"));
    }

    /** How many digits a code has. */
    public static int digits(CodePurpose purpose) {
        return purpose == CodePurpose.PASSWORD ? DIGITS_OF_A_PASSWORD : DIGITS;
    }

    /**
     * The digits that somebody is sent.
     *
     * @param subject what the code is about, such as an order
     * @param attempt which code about it this is
     */
    public String code(CodePurpose purpose, String subject, int attempt) {
        long number = ByteBuffer.wrap(codes.of(purpose + "\n" + subject + "\n" + attempt))
                .getLong();
        int digits = digits(purpose);
        return ("%0" + digits + "d").formatted(Long.remainderUnsigned(number, (long) Math.pow(10, digits)));
    }

    /** What takes a typed code's place in the log; a proof about one subject proves nothing about another. */
    public byte[] proof(CodePurpose purpose, String subject, String code) {
        return proofs.of(purpose + "\n" + subject + "\n" + code);
    }
}
