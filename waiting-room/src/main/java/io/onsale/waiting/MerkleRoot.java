package io.onsale.waiting;

/** The root of a Merkle tree whose leaves come one after another; keeps one hash a level. */
public final class MerkleRoot {

    private final Sha256 sha256 = new Sha256();

    /** A slot a level; the root of a complete subtree is in it where the leaves' count has that bit. */
    private final byte[] subtrees = new byte[Integer.SIZE * Hash.BYTES];

    private final byte[] node = new byte[Hash.BYTES];
    private int leaves;

    /** Of the leaves between two numbers; of none, SHA-256 of nothing. */
    static Hash of(byte[] hashes, int from, int to) {
        MerkleRoot root = new MerkleRoot();
        for (int leaf = from; leaf < to; leaf++) {
            root.add(hashes, leaf * Hash.BYTES);
        }
        return root.root();
    }

    public void add(Hash leaf) {
        add(leaf.shared(), 0);
    }

    private void add(byte[] bytes, int at) {
        System.arraycopy(bytes, at, node, 0, Hash.BYTES);
        int level = 0;
        for (; (leaves >>> level & 1) == 1; level++) {
            join(level);
        }
        System.arraycopy(node, 0, subtrees, level * Hash.BYTES, Hash.BYTES);
        leaves++;
    }

    /** The node becomes the right child beside the subtree of a level. */
    private void join(int level) {
        sha256.node()
                .update(subtrees, level * Hash.BYTES, Hash.BYTES)
                .update(node)
                .end(node, 0);
    }

    /** How many leaves there are. */
    public int size() {
        return leaves;
    }

    /** Of the leaves so far; more may follow. */
    public Hash root() {
        if (leaves == 0) {
            return sha256.end();
        }
        int level = Integer.numberOfTrailingZeros(leaves);
        System.arraycopy(subtrees, level * Hash.BYTES, node, 0, Hash.BYTES);
        for (level++; leaves >>> level != 0; level++) {
            if ((leaves >>> level & 1) == 1) {
                join(level);
            }
        }
        return Hash.of(node);
    }
}
