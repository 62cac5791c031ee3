package io.onsale.standalone.clickhouse.server;

import com.sun.jna.Pointer;

/** A running query whose result comes in pieces; the last piece is empty. */
final class ResultStream implements AutoCloseable {

    private final Pointer connection;
    private final Pointer stream;
    private boolean ended;

    private ResultStream(Pointer connection, Pointer stream) {
        this.connection = connection;
        this.stream = stream;
    }

    static ResultStream of(Pointer connection, Pointer stream) throws EngineException {
        String error = Chdb.chdb_result_error(stream);
        if (error != null) {
            Chdb.chdb_destroy_query_result(stream);
            throw EngineException.reported(error);
        }
        return new ResultStream(connection, stream);
    }

    EngineResult next() throws EngineException {
        try {
            EngineResult piece = EngineResult.of(Chdb.chdb_stream_fetch_result(connection, stream));
            ended = piece.length() == 0;
            return piece;
        } catch (EngineException e) {
            ended = true;
            throw e;
        }
    }

    @Override
    public void close() {
        if (!ended) {
            Chdb.chdb_stream_cancel_query(connection, stream);
        }
        Chdb.chdb_destroy_query_result(stream);
    }
}
