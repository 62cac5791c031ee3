package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Sealed;

/** What a typed code looks like in the log; the only secret that accounts' decisions need. */
@FunctionalInterface
public interface GuestCodes {

    /**
     * What proves that the right code was typed.
     *
     * @param contact the contact's HMAC
     * @param attempt which code for it
     */
    Sealed proof(String contact, int attempt);
}
