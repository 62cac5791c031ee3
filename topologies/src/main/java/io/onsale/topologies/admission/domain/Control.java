package io.onsale.topologies.admission.domain;

/** What is in force at a waiting room. */
public record Control(Pace pace, State state) {

    /** What an organizer lets happen. */
    public enum State {
        /** Fans join and are let in. */
        OPEN,
        /** Nobody is let in; whether fans join is as it was before. */
        PAUSED,
        /** Nobody joins; those in line are let in. */
        DRAINING,
        /** Nothing, for ever. */
        CLOSED;

        boolean joinable() {
            return this == OPEN;
        }

        boolean admitting() {
            return this == OPEN || this == DRAINING;
        }
    }
}
