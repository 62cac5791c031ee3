package io.onsale.schemas.bounds;

/** Why a payment came to nothing where payments itself says so, and not the gateway by a code of its own. */
public final class PaymentReasons {

    /** It was asked for after the time by which it had to be paid, so it was not begun. */
    public static final String TOO_LATE = "too_late";

    private PaymentReasons() {}
}
