package io.onsale.edge.reads;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts bytes together without looking at them. */
final class ByteBuilder {
    private static final int DIGITS = 20;
    private static final int MUCH = 32 * 1024;

    private final OutputStream target;
    private byte[] bytes;
    private int size;

    /** For bytes that are asked for when they are together. */
    ByteBuilder(int room) {
        this(OutputStream.nullOutputStream(), room);
    }

    /** For bytes that are written as they come. */
    ByteBuilder(OutputStream target) {
        this(target, MUCH + 1_024);
    }

    private ByteBuilder(OutputStream target, int room) {
        this.target = target;
        this.bytes = new byte[Math.max(room, 64)];
    }

    ByteBuilder add(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
        return this;
    }

    ByteBuilder add(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    ByteBuilder add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A whole number that is not negative. */
    ByteBuilder add(long number) {
        reserve(DIGITS);
        int end = size + digits(number);
        size = end;
        long rest = number;
        do {
            bytes[--end] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        return this;
    }

    /** Writes what there is, where it is worth it. */
    void flushIfMuch() throws IOException {
        if (size >= MUCH) {
            flush();
        }
    }

    /** Writes what there is. */
    void flush() throws IOException {
        target.write(bytes, 0, size);
        size = 0;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private static int digits(long number) {
        int digits = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + (bytes.length >> 1)));
        }
    }
}
