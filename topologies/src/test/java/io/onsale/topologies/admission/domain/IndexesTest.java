package io.onsale.topologies.admission.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a crowd keeps packed, against plain maps. */
class IndexesTest {

    @Test
    void everyNameComesBackAsItWas() {
        Random random = new Random(1);
        FanNames names = new FanNames();
        Map<Integer, String> plain = new HashMap<>();
        for (int sequence = 1; sequence < 20_000; sequence += 1 + random.nextInt(3)) {
            String name = switch (random.nextInt(5)) {
                case 0 -> "guest:" + "f".repeat(64);
                case 1 ->
                    new UUID(random.nextLong(), random.nextLong()).toString().toUpperCase(Locale.ROOT);
                case 2 -> "지은-" + sequence;
                case 3 -> "x".repeat(random.nextInt(3_000));
                default -> new UUID(random.nextLong(), random.nextLong()).toString();
            };
            names.put(sequence, name);
            plain.put(sequence, name);
        }

        plain.forEach((sequence, name) -> assertThat(names.get(sequence)).isEqualTo(name));
    }

    @Test
    void aPlaceWithoutAFanIsABug() {
        FanNames names = new FanNames();
        names.put(5, "ann");

        assertThatIllegalStateException().isThrownBy(() -> names.get(4));
        assertThatIllegalStateException().isThrownBy(() -> names.get(1_000));
    }

    @Test
    void aTallyCountsLikeAMap() {
        Random random = new Random(2);
        Tally tally = new Tally();
        Map<Long, Integer> plain = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            long digest = random.nextInt(3) == 0 ? random.nextInt(100) : 1 + random.nextLong(30_000) * 0x100000001L;
            int by = plain.getOrDefault(digest, 0) > 0 && random.nextBoolean() ? -1 : 1;
            tally.add(digest, by);
            if (digest != 0) {
                plain.merge(digest, by, Integer::sum);
            }
        }

        plain.forEach((digest, count) -> assertThat(tally.of(digest)).isEqualTo(count));
        assertThat(tally.of(0)).isZero();
        assertThat(tally.of(-1)).isZero();
    }
}
