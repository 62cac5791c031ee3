package io.onsale.topologies.accounts.domain;

/** What an account may do. */
public enum Role {
    FAN,
    ORGANIZER,
    OPERATOR,
    ANALYST,
    PARTNER,
    GATE,
    GUEST;

    /** Whether anyone may take it; the others are given by operators. */
    boolean openToAnyone() {
        return this == FAN || this == ORGANIZER;
    }

    /** Whether an account can have it; guests have none. */
    boolean forAccounts() {
        return this != GUEST;
    }
}
