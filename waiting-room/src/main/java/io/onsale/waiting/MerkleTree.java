package io.onsale.waiting;

import java.util.ArrayList;
import java.util.List;

/**
 * The Merkle tree over a roster's leaves, in RFC 6962's shape: a leaf is hashed with a 0 in front, two nodes with a 1, and a node without a neighbour moves up
 * as it is. Immutable.
 *
 * <p>Besides the leaves' hashes it keeps the nodes from the third level on, 8 bytes a leaf; a proof computes what is below.
 */
public final class MerkleTree {

    private static final int KEPT_FROM = 3;

    private final byte[] leaves;
    private final int size;

    /** The nodes of a level, from the kept ones' lowest to the root; empty where there are not even so many leaves. */
    private final List<byte[]> levels = new ArrayList<>();

    /** @param leaves the leaves' hashes one after another, which nobody changes any more */
    MerkleTree(byte[] leaves, int size) {
        this.leaves = leaves;
        this.size = size;
        for (int level = KEPT_FROM; size > 0 && (level == KEPT_FROM || width(level - 1) > 1); level++) {
            levels.add(level == KEPT_FROM ? lowest() : parents(levels.getLast(), width(level)));
        }
    }

    private byte[] lowest() {
        byte[] nodes = new byte[width(KEPT_FROM) * Hash.BYTES];
        for (int node = 0; node < width(KEPT_FROM); node++) {
            put(below(KEPT_FROM, node), nodes, node);
        }
        return nodes;
    }

    private static byte[] parents(byte[] children, int width) {
        Sha256 sha256 = new Sha256();
        byte[] nodes = new byte[width * Hash.BYTES];
        for (int node = 0; node < width; node++) {
            int at = 2 * node * Hash.BYTES;
            if (at + Hash.BYTES == children.length) {
                System.arraycopy(children, at, nodes, node * Hash.BYTES, Hash.BYTES);
            } else {
                sha256.node().update(children, at, 2 * Hash.BYTES).end(nodes, node * Hash.BYTES);
            }
        }
        return nodes;
    }

    private static void put(Hash hash, byte[] nodes, int node) {
        System.arraycopy(hash.shared(), 0, nodes, node * Hash.BYTES, Hash.BYTES);
    }

    /** How many nodes a level has. */
    private int width(int level) {
        return (int) ((size + (1L << level) - 1) >>> level);
    }

    /** A node computed from the leaves. */
    private Hash below(int level, int node) {
        long to = Math.min(size, (node + 1L) << level);
        return MerkleRoot.of(leaves, node << level, (int) to);
    }

    private Hash node(int level, int node) {
        return level < KEPT_FROM ? below(level, node) : at(levels.get(level - KEPT_FROM), node);
    }

    private static Hash at(byte[] nodes, int node) {
        byte[] bytes = new byte[Hash.BYTES];
        System.arraycopy(nodes, node * Hash.BYTES, bytes, 0, Hash.BYTES);
        return Hash.own(bytes);
    }

    public int size() {
        return size;
    }

    public Hash root() {
        return size == 0 ? MerkleRoot.of(leaves, 0, 0) : at(levels.getLast(), 0);
    }

    /**
     * That a leaf is in the tree.
     *
     * @param index of the leaf, from 0
     */
    public InclusionProof proof(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("leaf %d of %d".formatted(index, size));
        }
        List<Hash> path = new ArrayList<>();
        int node = index;
        for (int level = 0; width(level) > 1; level++, node >>>= 1) {
            int neighbour = node ^ 1;
            if (neighbour < width(level)) {
                path.add(node(level, neighbour));
            }
        }
        return new InclusionProof(index, size, path);
    }
}
