package io.onsale.standalone.clickhouse.server;

import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import java.nio.file.Path;
import java.util.Map;

/** The engine on one data directory, of which a process can have only one. */
final class Engine {

    /** What a person's query may take; the sink's inserts are bounded by their batches. */
    static final int READER_SECONDS = 60;

    private static final long READER_BYTES = 1_000_000_000L;

    private final StringArray arguments;
    private final int count;

    private Engine(String... arguments) {
        this.arguments = new StringArray(arguments, "UTF-8");
        this.count = arguments.length;
    }

    /** Loads the library and opens the directory; one connection stays open so that the engine stays up. */
    static Engine open(Path library, Path data) throws EngineException {
        Chdb.load(library);
        // The engine's own handlers would catch the JVM's signals, and the first null pointer would hang it.
        Chdb.chdb_set_signal_handlers_enabled(0);
        Engine engine = new Engine(
                "clickhouse", "--path=" + data, "--implicit_select=0", "--max_server_memory_usage=2000000000");
        engine.connection();
        return engine;
    }

    /** A connection for one request, on which everything the request asks for already holds. */
    EngineConnection connect(Role role, String database, Map<String, String> settings) throws EngineException {
        EngineConnection connection = connection();
        try {
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                connection.execute("SET " + Sql.identifier(setting.getKey()) + " = " + Sql.literal(setting.getValue()));
            }
            if (role == Role.READER) {
                restrict(connection, settings);
            }
            if (!database.equals("default")) {
                connection.execute("USE " + Sql.identifier(database));
            }
            return connection;
        } catch (EngineException e) {
            connection.close();
            throw e;
        }
    }

    /** Read-only comes last: after it no setting can be changed, not even back. */
    private static void restrict(EngineConnection connection, Map<String, String> settings) throws EngineException {
        String seconds = settings.getOrDefault("max_execution_time", String.valueOf(READER_SECONDS));
        connection.execute("SET max_execution_time = " + Sql.literal(seconds) + ", max_memory_usage = " + READER_BYTES
                + ", readonly = 1");
    }

    private EngineConnection connection() throws EngineException {
        Pointer connection = Chdb.chdb_connect(count, arguments);
        if (connection == null) {
            throw EngineException.of(ErrorCode.UNKNOWN_EXCEPTION, "the engine accepts no connection");
        }
        return new EngineConnection(connection);
    }
}
