package io.onsale.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Where one record is put together, with room in front for the header. */
final class RecordBuffer extends ByteArrayOutputStream {
    private static final int USUAL_SIZE = 512;
    private static final int LARGEST_KEPT = 256 * 1024;

    RecordBuffer() {
        super(USUAL_SIZE);
    }

    void begin() {
        count = WireFormat.HEADER;
    }

    byte[] finish(int id) {
        byte[] record = Arrays.copyOf(buf, count);
        WireFormat.writeHeader(record, id);
        return record;
    }

    /** Whether one huge record grew it beyond what a thread should hold on to. */
    boolean isOversized() {
        return buf.length > LARGEST_KEPT;
    }
}
