package io.onsale.standalone.clickhouse.server;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.io.InputStream;

/** A running insert that takes its data in pieces; nothing is promised before {@link #finish()} returns. */
final class InsertStream implements AutoCloseable {

    private static final int PIECE_BYTES = 1 << 18;

    private final Pointer stream;
    private boolean finished;

    private InsertStream(Pointer stream) {
        this.stream = stream;
    }

    static InsertStream of(Pointer stream) throws EngineException {
        String error = Chdb.chdb_stream_insert_error(stream);
        if (error != null) {
            Chdb.chdb_destroy_insert_stream(stream);
            throw EngineException.reported(error);
        }
        return new InsertStream(stream);
    }

    void append(InputStream data) throws IOException, EngineException {
        byte[] piece = new byte[PIECE_BYTES];
        for (int read = data.readNBytes(piece, 0, piece.length);
                read > 0;
                read = data.readNBytes(piece, 0, piece.length)) {
            if (Chdb.chdb_stream_append(stream, piece, read) != 0) {
                String error = Chdb.chdb_stream_insert_error(stream);
                throw EngineException.reported(error == null ? "the insert failed" : error);
            }
        }
    }

    Summary finish() throws EngineException {
        finished = true;
        try (EngineResult result = EngineResult.of(Chdb.chdb_stream_done(stream))) {
            return result.summary();
        }
    }

    @Override
    public void close() {
        if (!finished) {
            Chdb.chdb_stream_cancel_insert(stream);
        }
        Chdb.chdb_destroy_insert_stream(stream);
    }
}
