package io.onsale.standalone.clickhouse.server;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One session with the engine, used by one thread for one request. */
final class EngineConnection implements AutoCloseable {

    private static final int ANALYSIS_BYTES = 16;
    private static final int COUNT_OFFSET = 4;
    private static final int KIND_OFFSET = 12;

    private final Pointer reference;

    EngineConnection(Pointer reference) {
        this.reference = reference;
    }

    private Pointer handle() {
        return reference.getPointer(0);
    }

    /** What the engine's parser makes of a text, without running it. */
    Analysis analyse(byte[] sql) {
        try (Memory out = new Memory(ANALYSIS_BYTES)) {
            out.clear();
            out.setInt(0, ANALYSIS_BYTES);
            int failed = Chdb.chdb_classify_query_n(handle(), sql, sql.length, null, 0, out);
            return failed != 0
                    ? new Analysis(0, Analysis.Kind.UNKNOWN)
                    : new Analysis(out.getInt(COUNT_OFFSET), Analysis.Kind.of(out.getInt(KIND_OFFSET)));
        }
    }

    /** Runs a statement of ours that answers nothing. */
    void execute(String sql) throws EngineException {
        query(sql.getBytes(StandardCharsets.UTF_8), "Null", Map.of()).close();
    }

    /** Runs a statement and holds the formatted result in the engine's memory. */
    EngineResult query(byte[] sql, String format, Map<String, String> parameters) throws EngineException {
        byte[] formatName = format.getBytes(StandardCharsets.UTF_8);
        try (NativeParameters bound = new NativeParameters(parameters)) {
            return EngineResult.of(Chdb.chdb_query_with_params_n(
                    handle(),
                    sql,
                    sql.length,
                    formatName,
                    formatName.length,
                    bound.names(),
                    bound.nameLengths(),
                    bound.values(),
                    bound.valueLengths(),
                    bound.count()));
        }
    }

    /** Starts a query whose result is taken piece by piece. */
    ResultStream stream(byte[] sql, String format, Map<String, String> parameters) throws EngineException {
        byte[] formatName = format.getBytes(StandardCharsets.UTF_8);
        try (NativeParameters bound = new NativeParameters(parameters)) {
            return ResultStream.of(
                    handle(),
                    Chdb.chdb_stream_query_with_params_n(
                            handle(),
                            sql,
                            sql.length,
                            formatName,
                            formatName.length,
                            bound.names(),
                            bound.nameLengths(),
                            bound.values(),
                            bound.valueLengths(),
                            bound.count()));
        }
    }

    /** Starts an insert whose data is appended piece by piece; the statement has no FORMAT clause. */
    InsertStream insert(byte[] sql, String format, Map<String, String> parameters) throws EngineException {
        byte[] formatName = format.getBytes(StandardCharsets.UTF_8);
        try (NativeParameters bound = new NativeParameters(parameters)) {
            return InsertStream.of(Chdb.chdb_stream_insert_with_params_n(
                    handle(),
                    sql,
                    sql.length,
                    formatName,
                    formatName.length,
                    bound.names(),
                    bound.nameLengths(),
                    bound.values(),
                    bound.valueLengths(),
                    bound.count()));
        }
    }

    @Override
    public void close() {
        Chdb.chdb_close_conn(reference);
    }
}
