package io.onsale.topologies.checkout.domain;

/** Who asks for a code: we, or the card's bank. */
public enum VerificationKind {
    CODE,
    CHALLENGE
}
