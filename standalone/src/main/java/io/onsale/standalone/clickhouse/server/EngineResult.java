package io.onsale.standalone.clickhouse.server;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A formatted result, or a piece of one, in the engine's memory. */
final class EngineResult implements AutoCloseable, FormatHeader.Bytes {

    private static final int COPY_BYTES = 1 << 17;

    private final Pointer result;
    private final long length;

    private EngineResult(Pointer result) {
        this.result = result;
        this.length = Chdb.chdb_result_length(result);
    }

    static EngineResult of(Pointer result) throws EngineException {
        String error = Chdb.chdb_result_error(result);
        if (error != null) {
            Chdb.chdb_destroy_query_result(result);
            throw EngineException.reported(error);
        }
        return new EngineResult(result);
    }

    @Override
    public long length() {
        return length;
    }

    Summary summary() {
        return new Summary(
                Chdb.chdb_result_storage_rows_read(result),
                Chdb.chdb_result_storage_bytes_read(result),
                Chdb.chdb_result_rows_written(result),
                Chdb.chdb_result_bytes_written(result),
                Chdb.chdb_result_rows_read(result),
                length);
    }

    /** The byte at an offset, which must be within the result. */
    @Override
    public byte byteAt(long offset) {
        Pointer buffer = Chdb.chdb_result_buffer(result);
        if (buffer == null || offset < 0 || offset >= length) {
            throw new IndexOutOfBoundsException("byte " + offset + " of " + length);
        }
        return buffer.getByte(offset);
    }

    /** Copies from an offset on, through a small buffer so that the heap stays small. */
    void writeTo(OutputStream out, long from) throws IOException {
        Pointer buffer = Chdb.chdb_result_buffer(result);
        if (buffer == null) {
            return;
        }
        byte[] copy = new byte[(int) Math.min(COPY_BYTES, Math.max(0, length - from))];
        for (long at = from; at < length; ) {
            int size = (int) Math.min(copy.length, length - at);
            buffer.read(at, copy, 0, size);
            out.write(copy, 0, size);
            at += size;
        }
    }

    String text() {
        Pointer buffer = Chdb.chdb_result_buffer(result);
        return buffer == null ? "" : new String(buffer.getByteArray(0, (int) length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        Chdb.chdb_destroy_query_result(result);
    }
}
