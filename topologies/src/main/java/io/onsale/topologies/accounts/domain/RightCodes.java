package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Sealed;

/** What a typed code looks like in the log; the only secret that accounts' decisions need. */
@FunctionalInterface
public interface RightCodes {

    /**
     * What proves that the right code was typed.
     *
     * @param contact the HMAC of whatever the code was sent to
     * @param attempt which code for it
     */
    Sealed proof(CodeUse use, String contact, int attempt);
}
