package io.onsale.waiting;

/** The order in which a roster was drawn; positions count from 0. */
public final class DrawnOrder {

    private final Roster roster;
    private final int[] indices;

    DrawnOrder(Roster roster, int[] indices) {
        this.roster = roster;
        this.indices = indices;
    }

    public int size() {
        return indices.length;
    }

    public Roster roster() {
        return roster;
    }

    /** The index in the roster of whoever stands there. */
    public int index(int position) {
        return indices[position];
    }

    /** The place of whoever stands there. */
    public int sequence(int position) {
        return roster.sequence(indices[position]);
    }

    /** SHA-256 over the leaves' hashes in this order. */
    public Hash hash() {
        Sha256 sha256 = new Sha256();
        for (int index : indices) {
            sha256.update(roster.hashes(), index * Hash.BYTES, Hash.BYTES);
        }
        return sha256.end();
    }
}
