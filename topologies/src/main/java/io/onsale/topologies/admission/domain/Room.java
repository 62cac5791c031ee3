package io.onsale.topologies.admission.domain;

import io.onsale.waiting.Hash;
import io.onsale.waiting.RoomBounds;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A waiting room as it is now.
 *
 * @param unpaused the state in which it is when it is not paused, or was before
 * @param nextAdmission from when on the next one may be let in, in nanoseconds since 1970
 * @param overSince since when nobody waits for anything here any more
 */
public record Room(
        Terms terms,
        Control control,
        Control.State unpaused,
        Count count,
        Draw draw,
        long nextAdmission,
        @Nullable Instant overSince) {

    /** So long after it is over its fans are still told of their places: as long as answers are repeated. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    /**
     * What has been counted.
     *
     * @param joined places given so far
     * @param moved places put at the very end so far
     * @param shopping let in, and not known to be gone for good
     */
    public record Count(int joined, int moved, int shopping) {}

    /**
     * How far the draw is.
     *
     * @param root of the roster, once it is frozen
     * @param beacon what the beacon said
     */
    public record Draw(
            @Nullable Hash root, int size, @Nullable Bytes beacon, boolean drawn) {}

    static Room opened(Terms terms) {
        return new Room(
                terms,
                new Control(terms.pace(), Control.State.OPEN),
                Control.State.OPEN,
                new Count(0, 0, 0),
                new Draw(null, 0, null, false),
                Long.MIN_VALUE,
                null);
    }

    public boolean frozen() {
        return draw.root() != null;
    }

    public boolean drawn() {
        return draw.drawn();
    }

    boolean closed() {
        return control.state() == Control.State.CLOSED;
    }

    /** Nobody waits for anything here any more, and nothing is left to be told. */
    boolean over() {
        return closed() && count.shopping() == 0 && !draws();
    }

    /** Whether it has been over for so long that it knows nobody any more; the log does. */
    public boolean forgotten(Instant at) {
        return overSince != null && !at.isBefore(overSince.plus(REMEMBERED));
    }

    Room overSince(Instant at) {
        return new Room(terms, control, unpaused, count, draw, nextAdmission, at);
    }

    /** Whether it closes at this instant, because nobody who is let in can buy anything, and has not for a while. */
    boolean ends(Instant at) {
        Instant end = terms.saleEndsAt();
        return !closed()
                && end != null
                && !at.minus(RoomBounds.STAYS_AFTER_SALE).isBefore(end);
    }

    /** Whether the roster is to be frozen at this instant. */
    boolean freezes(Instant at) {
        return !closed() && !frozen() && !at.isBefore(terms.drawsAt());
    }

    /** Whether nothing is left to wait for before the order is drawn. Closing keeps no order secret that whoever closes could know. */
    boolean draws() {
        return overSince == null && frozen() && !drawn() && (terms.beacon() == null || draw.beacon() != null);
    }

    /** Whether anybody joins; a pause opens nothing. */
    boolean joinable() {
        return unpaused.joinable();
    }

    /** Whether somebody may be let in as soon as the pace allows. */
    boolean mayAdmit() {
        return drawn() && control.state().admitting() && free() > 0;
    }

    /** How many may be let in at this instant. */
    int admits(Instant at) {
        return mayAdmit() ? (int) Math.min(free(), control.pace().allowed(nextAdmission, at)) : 0;
    }

    private int free() {
        return control.pace().maxConcurrent() - count.shopping();
    }

    Room going(Terms newTerms) {
        Pace pace = newTerms.pace().equals(terms.pace()) ? control.pace() : newTerms.pace();
        return new Room(newTerms, new Control(pace, control.state()), unpaused, count, draw, nextAdmission, overSince);
    }

    Room controlled(Control now) {
        Control.State resumed = now.state() == Control.State.PAUSED ? unpaused : now.state();
        return new Room(terms, now, resumed, count, draw, nextAdmission, overSince);
    }

    Room joined(int more, int atTheEnd) {
        return counting(new Count(count.joined() + more, count.moved() + atTheEnd, count.shopping()));
    }

    Room admitted(int more, Instant at) {
        long next = control.pace().after(more, nextAdmission, at);
        Count counted = new Count(count.joined(), count.moved(), count.shopping() + more);
        return new Room(terms, control, unpaused, counted, draw, next, overSince);
    }

    Room freed() {
        return counting(new Count(count.joined(), count.moved(), count.shopping() - 1));
    }

    private Room counting(Count now) {
        return new Room(terms, control, unpaused, now, draw, nextAdmission, overSince);
    }

    Room frozen(Hash root, int size) {
        return drawing(new Draw(root, size, draw.beacon(), false));
    }

    Room heard(Bytes beacon) {
        return drawing(new Draw(draw.root(), draw.size(), beacon, false));
    }

    Room drawnNow() {
        return drawing(new Draw(draw.root(), draw.size(), draw.beacon(), true));
    }

    private Room drawing(Draw now) {
        return new Room(terms, control, unpaused, count, now, nextAdmission, overSince);
    }
}
