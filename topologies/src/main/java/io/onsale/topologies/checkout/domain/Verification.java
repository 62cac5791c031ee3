package io.onsale.topologies.checkout.domain;

/**
 * How an order's verification stands.
 *
 * @param wrongCodes codes of ours that were wrong
 * @param answers passed on to the card's bank
 */
public record Verification(int wrongCodes, int answers) {

    /** How often somebody may try. */
    static final int ATTEMPTS = 3;

    static final Verification NONE = new Verification(0, 0);

    int codesLeft() {
        return ATTEMPTS - wrongCodes;
    }

    int answersLeft() {
        return ATTEMPTS - answers;
    }
}
