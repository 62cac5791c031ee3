package io.onsale.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketTest {

    /** Several times as many as its blocks, its words and its first array hold. */
    private static final int ENTRIES = 20_000;

    @Test
    void countsWhoIsThereAsTheyComeAndGo() {
        Random random = new Random(30);
        Bucket bucket = new Bucket(0, 1);
        BitSet there = new BitSet();
        for (int entry = 0; entry < ENTRIES; entry++) {
            assertThat(bucket.append(7 * entry)).isEqualTo(entry);
            there.set(entry);
            int gone = there.nextSetBit(random.nextInt(entry + 1));
            if (random.nextInt(3) > 0 && gone >= 0) {
                bucket.remove(gone);
                there.clear(gone);
            }
            int asked = random.nextInt(entry + 1);
            assertThat(bucket.rank(asked)).isEqualTo(there.get(0, asked).cardinality());
            int next = there.nextSetBit(asked);
            assertThat(bucket.next(asked)).isEqualTo(next < 0 ? bucket.end() : next);
        }
        assertThat(bucket.alive()).isEqualTo(there.cardinality());
        assertThat(bucket.sequence(bucket.first())).isEqualTo(7 * there.nextSetBit(0));
    }

    @Test
    void isEmptyOnceEverybodyHasGone() {
        Bucket bucket = new Bucket(0, 1);
        for (int entry = 0; entry < 1_024; entry++) {
            bucket.append(entry);
        }
        for (int entry = 0; entry < 1_024; entry++) {
            assertThat(bucket.first()).isEqualTo(entry);
            bucket.remove(entry);
        }
        assertThat(bucket.alive()).isZero();
        assertThat(bucket.first()).isEqualTo(bucket.end());
        assertThat(bucket.append(9)).isEqualTo(1_024);
        assertThat(bucket.first()).isEqualTo(1_024);
        assertThat(bucket.rank(1_024)).isZero();
    }
}
