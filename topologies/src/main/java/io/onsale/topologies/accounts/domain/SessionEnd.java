package io.onsale.topologies.accounts.domain;

/** Why a session was ended before its time. */
public enum SessionEnd {
    LOGOUT,
    REUSE,
    /** Its account is no more. */
    DELETED
}
