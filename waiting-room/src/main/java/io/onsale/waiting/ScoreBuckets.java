package io.onsale.waiting;

import java.util.ArrayList;
import java.util.List;

/** A bucket a score, the highest score first, with a Fenwick tree over how many are in each. */
final class ScoreBuckets {

    private static final int EXPECTED = 4;

    private final List<Bucket> buckets = new ArrayList<>();

    /** Over buckets, counted from 1. */
    private int[] counts = new int[1];

    private int alive;

    /** The bucket of a score, made where there is none. */
    Bucket of(int score) {
        int at = before(score);
        if (at < buckets.size() && buckets.get(at).score() == score) {
            return buckets.get(at);
        }
        Bucket bucket = new Bucket(score, EXPECTED);
        buckets.add(at, bucket);
        countAgain();
        return bucket;
    }

    /** How many buckets have a higher score. */
    private int before(int score) {
        int from = 0;
        int to = buckets.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (buckets.get(middle).score() > score) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** There are as many buckets as different scores: this is seldom. */
    private void countAgain() {
        counts = new int[buckets.size() + 1];
        for (int node = 1; node < counts.length; node++) {
            counts[node] += buckets.get(node - 1).alive();
            int parent = node + (node & -node);
            if (parent < counts.length) {
                counts[parent] += counts[node];
            }
        }
    }

    /** A bucket has so many more. */
    void changed(Bucket bucket, int by) {
        alive += by;
        for (int node = before(bucket.score()) + 1; node < counts.length; node += node & -node) {
            counts[node] += by;
        }
    }

    /** How many are in buckets before this one. */
    int ahead(Bucket bucket) {
        int ahead = 0;
        for (int node = before(bucket.score()); node > 0; node -= node & -node) {
            ahead += counts[node];
        }
        return ahead;
    }

    int alive() {
        return alive;
    }

    /** The highest score first. */
    List<Bucket> buckets() {
        return buckets;
    }
}
