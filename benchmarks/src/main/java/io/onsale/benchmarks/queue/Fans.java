package io.onsale.benchmarks.queue;

import io.onsale.schemas.admission.Join;
import java.nio.ByteBuffer;
import java.util.UUID;

/** Fans by number, each with an id as long as those of real accounts, and the same in every process. */
final class Fans {

    private static final String ISSUER = "onsale-bench:";
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private Fans() {}

    static String id(int number) {
        long high = (number + 1) * MIX;
        return ISSUER + new UUID(high, Long.rotateLeft(high, 31) * MIX);
    }

    /** A join as an edge writes it, from an address and a device of the fan's own. */
    static Join join(int number) {
        long origin = (number + 1) * MIX;
        ByteBuffer request =
                ByteBuffer.allocate(16).putLong(origin).putLong(~origin).flip();
        return Join.newBuilder()
                .setFanId(id(number))
                .setRequest(request)
                .setPurchases(number % 5)
                .setAddress(origin)
                .setDevice(Long.reverse(origin))
                .build();
    }
}
