package io.onsale.topologies.kit;

/** What a topology does when its decider throws. */
public enum OnBug {
    /** Stop at the record and say which; right where seats, money or places are decided. */
    STOP,
    /** Put the record aside and go on; right where a missing decision harms nobody. */
    DEAD_LETTER
}
