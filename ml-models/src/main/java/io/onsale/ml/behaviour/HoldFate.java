package io.onsale.ml.behaviour;

/** What a fan does with seats it holds. */
public enum HoldFate {
    /** Buys them. */
    BUY,
    /** Gives them back. */
    RELEASE,
    /** Does nothing until their time is over. */
    LET_EXPIRE
}
