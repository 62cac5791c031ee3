package io.onsale.ml.behaviour;

/** How a fan's card takes being charged. */
public enum Card {
    GOOD,
    DECLINED,
    /** Its bank asks for a code first. */
    CHALLENGED,
    /** Its bank answers late. */
    SLOW
}
