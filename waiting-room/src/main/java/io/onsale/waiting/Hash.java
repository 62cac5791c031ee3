package io.onsale.waiting;

import java.util.Arrays;
import java.util.HexFormat;

/** 32 bytes: what SHA-256 made of something, or a seed of as many. */
public final class Hash implements Comparable<Hash> {

    public static final int BYTES = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * These bytes, copied.
     *
     * @throws IllegalArgumentException unless there are 32
     */
    public static Hash of(byte[] bytes) {
        return own(bytes.clone());
    }

    /**
     * What these digits spell.
     *
     * @param hex 64 digits
     * @throws IllegalArgumentException if it is anything else
     */
    public static Hash ofHex(String hex) {
        return own(HexFormat.of().parseHex(hex));
    }

    /** These bytes themselves, which nobody changes any more. */
    static Hash own(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("32 bytes are wanted, not " + bytes.length);
        }
        return new Hash(bytes);
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Not a copy: for reading only. */
    byte[] shared() {
        return bytes;
    }

    /** In lower case, as it is published. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** The order of the bytes, unsigned, from the first on: that of the hex digits. */
    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
