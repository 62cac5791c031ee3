package io.onsale.waiting;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A waiting room's line: who is in it, how many are ahead of whom, and who is next.
 *
 * <p>Before the draw there is a roster without an order. Then come the first cohort as it was drawn, the second by score and within a score as they came, and
 * the very end: those of the roster who were suspected, as they were drawn, then whoever was put there, as they were put. A place is its sequence, which counts
 * the joins of the room; one that was removed never comes back.
 *
 * <p>Adding, removing and ranking take some dozens of steps, however long the line is. Not for use by several threads.
 */
public final class Line {

    private static final int EXPECTED = 64;

    private final ScoreBuckets second;
    private Bucket roster = new Bucket(0, EXPECTED);
    private Bucket first = new Bucket(0, 1);
    private Bucket last = new Bucket(0, 1);
    private boolean drawn;

    /** By sequence: whose place it is in, and which entry there. */
    private @Nullable Bucket[] buckets;

    private int[] entries;

    /** Nobody's line. */
    public Line() {
        this(new ScoreBuckets(), new @Nullable Bucket[EXPECTED], new int[EXPECTED]);
    }

    private Line(ScoreBuckets second, @Nullable Bucket[] buckets, int[] entries) {
        this.second = second;
        this.buckets = buckets;
        this.entries = entries;
    }

    /**
     * Somebody takes part in the draw.
     *
     * @throws IllegalStateException if it has been
     */
    public void addToRoster(int sequence) {
        if (drawn) {
            throw new IllegalStateException("the order is drawn; place " + sequence + " cannot take part");
        }
        append(roster, sequence);
    }

    /** Somebody joins the second cohort. */
    public void add(int sequence, int score) {
        Bucket bucket = second.of(score);
        append(bucket, sequence);
        second.changed(bucket, 1);
    }

    /** Somebody joins at the very end. */
    public void addToEnd(int sequence) {
        append(last, sequence);
    }

    private void append(Bucket bucket, int sequence) {
        if (contains(sequence)) {
            throw new IllegalArgumentException("place " + sequence + " is in the line already");
        }
        if (sequence >= buckets.length) {
            int more = Math.max(sequence + 1, buckets.length + (buckets.length >> 1));
            buckets = Arrays.copyOf(buckets, more);
            entries = Arrays.copyOf(entries, more);
        }
        put(bucket, sequence);
    }

    private void put(Bucket bucket, int sequence) {
        buckets[sequence] = bucket;
        entries[sequence] = bucket.append(sequence);
    }

    /**
     * The roster gets its order. Whoever is in the order and no more in the roster is passed over.
     *
     * @throws IllegalStateException if it has one, or the order lacks somebody
     */
    public void draw(DrawnOrder order) {
        Line after = drawn(order);
        roster = after.roster;
        first = after.first;
        last = after.last;
        buckets = after.buckets;
        entries = after.entries;
        drawn = true;
    }

    /**
     * The line that this one becomes when its roster gets its order, for whoever lets others read this one meanwhile. From then on only the new one may
     * change: they share the second cohort.
     *
     * @throws IllegalStateException if it has an order, or the order lacks somebody
     */
    public Line drawn(DrawnOrder order) {
        if (drawn) {
            throw new IllegalStateException("the order is drawn already");
        }
        Line after = new Line(second, buckets.clone(), entries.clone());
        after.first = new Bucket(0, roster.alive());
        Roster leaves = order.roster();
        int lacking = roster.alive();
        for (int position = 0; position < order.size(); position++) {
            int sequence = order.sequence(position);
            if (isIn(roster, sequence)) {
                after.put(leaves.suspect(order.index(position)) ? after.last : after.first, sequence);
                lacking--;
            }
        }
        if (lacking != 0) {
            throw new IllegalStateException("%d of the roster are not in the order".formatted(lacking));
        }
        for (int entry = last.first(); entry < last.end(); entry = last.next(entry + 1)) {
            after.put(after.last, last.sequence(entry));
        }
        after.roster = new Bucket(0, 1);
        after.drawn = true;
        return after;
    }

    /** Whether somebody is in the line and waits for the draw. */
    public boolean isInRoster(int sequence) {
        return isIn(roster, sequence);
    }

    private boolean isIn(Bucket bucket, int sequence) {
        return sequence >= 0 && sequence < buckets.length && buckets[sequence] == bucket;
    }

    /** Somebody leaves the line or is let in; false if not in it. */
    public boolean remove(int sequence) {
        if (sequence < 0 || sequence >= buckets.length) {
            return false;
        }
        Bucket bucket = buckets[sequence];
        if (bucket == null) {
            return false;
        }
        bucket.remove(entries[sequence]);
        buckets[sequence] = null;
        if (bucket != roster && bucket != first && bucket != last) {
            second.changed(bucket, -1);
        }
        return true;
    }

    /** Somebody goes to the very end, behind whoever is there; false if not in the line, or there already. */
    public boolean moveToEnd(int sequence) {
        if (isIn(last, sequence) || !remove(sequence)) {
            return false;
        }
        put(last, sequence);
        return true;
    }

    public boolean contains(int sequence) {
        return sequence >= 0 && sequence < buckets.length && buckets[sequence] != null;
    }

    /** How many are in the line. */
    public int size() {
        return roster.alive() + first.alive() + second.alive() + last.alive();
    }

    /** Whether the roster has an order. */
    public boolean isDrawn() {
        return drawn;
    }

    /** How many are ahead; empty if the place is not in the line or the order is not drawn. */
    public OptionalInt rank(int sequence) {
        if (!drawn || !contains(sequence)) {
            return OptionalInt.empty();
        }
        Bucket bucket = Objects.requireNonNull(buckets[sequence]);
        return OptionalInt.of(ahead(bucket) + bucket.rank(entries[sequence]));
    }

    private int ahead(Bucket bucket) {
        if (bucket == first) {
            return 0;
        }
        return first.alive() + (bucket == last ? second.alive() : second.ahead(bucket));
    }

    /**
     * How many are ahead of somebody who came too late for a draw that is not done yet: the order of the roster does not matter for that, only how many of
     * those who are still in it are suspected. Empty if the place is not in the line or takes part in the draw, or the order is drawn.
     */
    public OptionalInt rankBehindRoster(int sequence, int suspects) {
        if (drawn || !contains(sequence) || isInRoster(sequence)) {
            return OptionalInt.empty();
        }
        Bucket bucket = Objects.requireNonNull(buckets[sequence]);
        int ahead = bucket == last ? roster.alive() + second.alive() : roster.alive() - suspects + second.ahead(bucket);
        return OptionalInt.of(ahead + bucket.rank(entries[sequence]));
    }

    /**
     * Those who are next, in order, up to so many; they stay in the line. Nobody before the draw.
     */
    public int[] next(int most) {
        int[] next = new int[Math.min(most, drawn ? size() : 0)];
        int[] count = {0};
        forEach(sequence -> {
            if (count[0] < next.length) {
                next[count[0]] = sequence;
                count[0]++;
            }
            return count[0] < next.length;
        });
        return next;
    }

    /** Shows everybody in order until it answers false. Nobody before the draw. */
    public void forEach(IntPredicate goOn) {
        if (!drawn || !shows(first, goOn)) {
            return;
        }
        for (Bucket bucket : second.buckets()) {
            if (!shows(bucket, goOn)) {
                return;
            }
        }
        shows(last, goOn);
    }

    private static boolean shows(Bucket bucket, IntPredicate goOn) {
        for (int entry = bucket.first(); entry < bucket.end(); entry = bucket.next(entry + 1)) {
            if (!goOn.test(bucket.sequence(entry))) {
                return false;
            }
        }
        return true;
    }
}
