package io.onsale.standalone.clickhouse;

import io.onsale.standalone.child.Supervised;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running ClickHouse engine in a child process, restarted when it crashes, stopped by {@link #close()}. */
public final class ClickHouseEngine implements AutoCloseable {

    static final String NAME = "ClickHouse's engine";

    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseEngine.class);
    private final Credentials writer = Credentials.random("onsale_writer");
    private final Credentials reader = Credentials.random("onsale_reader");
    private final Supervised child;

    private ClickHouseEngine(Path library, EngineOptions options) {
        EngineLauncher launcher = new EngineLauncher(library, options.data(), writer, reader);
        this.child = Supervised.start(NAME, options.port(), launcher::launch);
    }

    /**
     * Fetches the library where it is missing and starts the engine; returns when it answers.
     *
     * @throws EngineUnavailableException with a line for the user, where it can't run here
     */
    public static ClickHouseEngine start(EngineOptions options, Consumer<String> progress) {
        Path library = new EngineLibrary(options.libraryCache()).fetch(progress);
        ClickHouseEngine engine = new ClickHouseEngine(library, options);
        LOG.atInfo()
                .addKeyValue("port", engine.port())
                .addKeyValue("pid", engine.processId())
                .log("ClickHouse's engine is ready");
        return engine;
    }

    /** Where the HTTP interface is; it stays the same over restarts. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public String jdbcUrl(String database) {
        return "jdbc:clickhouse://127.0.0.1:" + port() + "/" + database + "?beta.row_binary_for_simple_insert=true";
    }

    public int port() {
        return child.port();
    }

    /** May do everything: for migrations and the sink. */
    public Credentials writer() {
        return writer;
    }

    /** May only read, for a limited time: for people's queries. */
    public Credentials reader() {
        return reader;
    }

    public long processId() {
        return child.processId();
    }

    /** Lets running statements finish, then ends the child; nothing it acknowledged is lost. */
    @Override
    public void close() {
        child.close();
    }
}
