package io.onsale.schemas;

import java.nio.ByteBuffer;

/** Reading what Avro keeps as bytes. */
public final class Buffers {

    private Buffers() {}

    /** A copy of what is left in a buffer, whose position stays: readers share what they read between threads. */
    public static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
