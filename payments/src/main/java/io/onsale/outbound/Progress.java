package io.onsale.outbound;

import java.util.TreeSet;

/** How far one partition is done: the offset before which nothing is left to do, although later ones may be done already. */
final class Progress {

    private final TreeSet<Long> undone = new TreeSet<>();
    private long next;
    private long committed;

    /** Begins at an offset that is committed, or to be read first. */
    Progress(long begin) {
        this.next = begin;
        this.committed = begin;
    }

    synchronized void begun(long offset) {
        undone.add(offset);
        next = offset + 1;
    }

    synchronized void done(long offset) {
        undone.remove(offset);
    }

    /** Where a new owner has to begin. */
    synchronized long watermark() {
        return undone.isEmpty() ? next : undone.first();
    }

    synchronized int size() {
        return undone.size();
    }

    /** Whether there is something to commit. */
    synchronized boolean isAhead() {
        return watermark() > committed;
    }

    synchronized void committed(long offset) {
        committed = Math.max(committed, offset);
    }
}
