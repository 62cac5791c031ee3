package io.onsale.topologies.admission.domain;

import java.util.stream.LongStream;

/** Pairs of numbers that are not negative, collected in any order and seen by the first of each upwards. */
final class Numbers {

    private final LongStream.Builder pairs = LongStream.builder();

    void add(int first, int second) {
        pairs.add((long) first << Integer.SIZE | second);
    }

    /** Once only. */
    void forEach(Reader reader) {
        pairs.build().sorted().forEachOrdered(pair -> reader.see((int) (pair >>> Integer.SIZE), (int) pair));
    }

    /** Sees a pair. */
    @FunctionalInterface
    interface Reader {
        void see(int first, int second);
    }
}
