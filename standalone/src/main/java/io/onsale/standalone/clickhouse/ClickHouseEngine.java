package io.onsale.standalone.clickhouse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running ClickHouse engine in a child process, restarted when it crashes, stopped by {@link #close()}. */
public final class ClickHouseEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ClickHouseEngine.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** A run this long says that the last crash is over and done with. */
    private static final Duration HEALTHY_RUN = Duration.ofMinutes(1);

    private final Path library;
    private final EngineOptions options;
    private final Credentials writer = Credentials.random("onsale_writer");
    private final Credentials reader = Credentials.random("onsale_reader");
    private final CountDownLatch closing = new CountDownLatch(1);
    private final int port;
    private final Thread supervisor;
    private volatile EngineProcess current;

    private ClickHouseEngine(Path library, EngineOptions options) {
        this.library = library;
        this.options = options;
        this.current = EngineProcess.start(library, options, options.port(), writer, reader);
        this.port = current.port();
        this.supervisor =
                Thread.ofPlatform().name("clickhouse-supervisor").daemon().unstarted(this::supervise);
    }

    /**
     * Fetches the library where it is missing and starts the engine; returns when it answers.
     *
     * @throws EngineUnavailableException with a line for the user, where it can't run here
     */
    public static ClickHouseEngine start(EngineOptions options, Consumer<String> progress) {
        Path library = new EngineLibrary(options.libraryCache()).fetch(progress);
        ClickHouseEngine engine = new ClickHouseEngine(library, options);
        engine.supervisor.start();
        LOG.atInfo()
                .addKeyValue("port", engine.port)
                .addKeyValue("pid", engine.processId())
                .log("ClickHouse's engine is ready");
        return engine;
    }

    /** Where the HTTP interface is; it stays the same over restarts. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:clickhouse://127.0.0.1:" + port + "/" + database + "?beta.row_binary_for_simple_insert=true";
    }

    public int port() {
        return port;
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
        return current.pid();
    }

    private void supervise() {
        Duration pause = FIRST_PAUSE;
        while (true) {
            long startedAt = System.nanoTime();
            int exit = current.onExit().join().exitValue();
            if (System.nanoTime() - startedAt > HEALTHY_RUN.toNanos()) {
                pause = FIRST_PAUSE;
            }
            do {
                if (closesWithin(pause)) {
                    return;
                }
                LOG.atWarn().addKeyValue("exit", exit).log("ClickHouse's engine ended and is restarted");
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            } while (!restarted());
            if (closing.getCount() == 0) {
                // Closed in the middle of the restart, so nobody else knows of this child.
                current.stop();
            }
        }
    }

    private boolean restarted() {
        try {
            current = EngineProcess.start(library, options, port, writer, reader);
            LOG.atInfo().addKeyValue("pid", current.pid()).log("ClickHouse's engine is back");
            return true;
        } catch (EngineUnavailableException e) {
            LOG.atError().setCause(e).log("ClickHouse's engine does not come back yet");
            return false;
        }
    }

    private boolean closesWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Lets running statements finish, then ends the child; nothing it acknowledged is lost. */
    @Override
    public void close() {
        closing.countDown();
        current.stop();
        try {
            supervisor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
