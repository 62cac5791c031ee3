package io.onsale.ml.behaviour;

/** What a fan does while it waits in line. */
public enum LineFate {
    /** Waits until it is its turn. */
    WAITS,
    /** Gives its place up after a while. */
    LEAVES,
    /** Looks no more after a while, and does not come when it is its turn. */
    WANDERS_OFF
}
