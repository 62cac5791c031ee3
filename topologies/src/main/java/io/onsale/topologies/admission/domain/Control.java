package io.onsale.topologies.admission.domain;

/** What is in force at a waiting room. */
public record Control(Pace pace, State state) {

    /** What an organizer lets happen. */
    public enum State {
        /** Fans join and are let in. */
        OPEN,
        /** Fans join; nobody is let in. */
        PAUSED,
        /** Nobody joins; those in line are let in. */
        DRAINING,
        /** Nothing, for ever. */
        CLOSED;

        boolean joinable() {
            return this == OPEN || this == PAUSED;
        }

        boolean admitting() {
            return this == OPEN || this == DRAINING;
        }
    }
}
