package io.onsale.topologies.kit.domain;

import java.nio.ByteBuffer;

/** Bytes that only someone with the key can read; a decider passes them on unread, and no log line shows them. */
public final class Sealed {

    private final ByteBuffer bytes;

    private Sealed(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    public static Sealed of(ByteBuffer bytes) {
        ByteBuffer copy = ByteBuffer.allocate(bytes.remaining());
        copy.put(bytes.duplicate()).flip();
        return new Sealed(copy.asReadOnlyBuffer());
    }

    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && bytes.equals(sealed.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.hashCode();
    }

    @Override
    public String toString() {
        return "sealed";
    }
}
