package io.onsale.topologies.inventory.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody who was let in.
 *
 * @param holds that are open
 * @param expiresAt when the admission ends
 */
public record Shopper(String fanId, List<String> holds, State state, Instant expiresAt) {

    /** How much a shopper may still do. */
    public enum State {
        /** Hold. */
        SHOPPING,
        /** Finish the orders of its holds, and hold nothing more. */
        CLOSING,
        /** Nothing, because it was told to close. */
        CLOSED,
        /** Nothing, because everything was bought. */
        FINISHED
    }

    public Shopper {
        holds = List.copyOf(holds);
    }

    static Shopper of(String fanId, Instant expiresAt) {
        return new Shopper(fanId, List.of(), State.SHOPPING, expiresAt);
    }

    boolean shopping() {
        return state == State.SHOPPING;
    }

    boolean finished() {
        return state == State.FINISHED;
    }

    boolean closing() {
        return state == State.CLOSING;
    }

    boolean closed() {
        return state == State.CLOSED || state == State.FINISHED;
    }

    Shopper holding(String hold) {
        List<String> more = Stream.concat(holds.stream(), Stream.of(hold)).toList();
        return new Shopper(fanId, more, state, expiresAt);
    }

    Shopper without(String hold) {
        List<String> left = holds.stream().filter(id -> !id.equals(hold)).toList();
        return new Shopper(fanId, left, state, expiresAt);
    }

    Shopper as(State another) {
        return new Shopper(fanId, holds, another, expiresAt);
    }

    /** Whether nobody need remember it: it is closed, and its time is over as well. */
    public boolean forgotten(Instant at) {
        return closed() && !at.isBefore(expiresAt);
    }
}
