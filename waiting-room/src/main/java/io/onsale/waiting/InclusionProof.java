package io.onsale.waiting;

import java.util.List;

/**
 * That a leaf is in a Merkle tree: the neighbours of the nodes on the way from the leaf to the root.
 *
 * @param index of the leaf, from 0
 * @param size how many leaves there are
 * @param path the neighbours' hashes from the leaf upwards; where there is no neighbour there is none here
 */
public record InclusionProof(int index, int size, List<Hash> path) {

    public InclusionProof {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no proof is about leaf %d of %d".formatted(index, size));
        }
        path = List.copyOf(path);
    }

    /** Whether it leads from this leaf to this root. */
    public boolean leads(Hash leaf, Hash root) {
        Sha256 sha256 = new Sha256();
        Hash hash = leaf;
        int used = 0;
        int node = index;
        for (int last = size - 1; last > 0; node >>>= 1, last >>>= 1) {
            if ((node ^ 1) > last) {
                continue;
            }
            if (used == path.size()) {
                return false;
            }
            Hash neighbour = path.get(used);
            used++;
            hash = (node & 1) == 0 ? parent(sha256, hash, neighbour) : parent(sha256, neighbour, hash);
        }
        return used == path.size() && hash.equals(root);
    }

    private static Hash parent(Sha256 sha256, Hash left, Hash right) {
        return sha256.node().update(left.shared()).update(right.shared()).end();
    }
}
