package io.onsale.schemas.serde;

import java.io.OutputStream;
import java.util.Arrays;

/** Where one thread puts a record together, with room in front for the header; the JDK's own would lock for each write. */
final class RecordBuffer extends OutputStream {
    private static final int USUAL_SIZE = 512;
    private static final int LARGEST_KEPT = 256 * 1024;

    private byte[] bytes = new byte[USUAL_SIZE];
    private int count;

    void begin() {
        count = WireFormat.HEADER;
    }

    @Override
    public void write(int single) {
        makeRoom(1);
        bytes[count++] = (byte) single;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        makeRoom(length);
        System.arraycopy(source, offset, bytes, count, length);
        count += length;
    }

    byte[] finish(int id) {
        byte[] record = Arrays.copyOf(bytes, count);
        WireFormat.writeHeader(record, id);
        return record;
    }

    /** Whether one huge record grew it beyond what a thread should hold on to. */
    boolean isOversized() {
        return bytes.length > LARGEST_KEPT;
    }

    private void makeRoom(int more) {
        int needed = Math.addExact(count, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * bytes.length)));
        }
    }
}
