package io.onsale.standalone.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** A Kafka broker and its controller, running in this process until closed. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int ATTEMPTS_AT_FREE_PORTS = 5;

    private final DataDirectory directory;
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(DataDirectory directory, KafkaRaftServer server, int port) {
        this.directory = directory;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker on the data in a folder, which is made if it is not there.
     *
     * @param port where clients connect; 0 picks a free one
     * @throws BrokerStartException if the port is busy, the folder in use or the disk full
     */
    public static EmbeddedBroker start(Path folder, int port) {
        if (port != 0 && !Ports.isFree(port)) {
            throw busy(port, null);
        }
        DataDirectory directory = DataDirectory.open(folder.toAbsolutePath().normalize());
        try {
            return start(directory, port);
        } catch (RuntimeException | Error e) {
            release(directory);
            throw e;
        }
    }

    /** What clients put into {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Writes everything out and frees the port and the folder. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        release(directory);
    }

    private static EmbeddedBroker start(DataDirectory directory, int wanted) {
        for (int attempt = 1; ; attempt++) {
            int port = wanted == 0 ? Ports.free() : wanted;
            try {
                return new EmbeddedBroker(directory, run(directory.path(), port), port);
            } catch (RuntimeException e) {
                if (!isBusyPort(e)) {
                    throw DataDirectory.unusable(directory.path(), e);
                }
                // Somebody took the port between our look and Kafka's.
                if ((wanted != 0 && !Ports.isFree(wanted)) || attempt == ATTEMPTS_AT_FREE_PORTS) {
                    throw busy(port, e);
                }
            }
        }
    }

    private static KafkaRaftServer run(Path path, int port) {
        KafkaConfig config = KafkaConfig.fromProps(BrokerConfig.of(path, port, Ports.free()), false);
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException | Error e) {
            server.shutdown();
            throw e;
        }
    }

    private static boolean isBusyPort(RuntimeException failure) {
        return String.valueOf(failure.getMessage()).contains("failed to bind")
                || failure.getCause() instanceof BindException;
    }

    private static BrokerStartException busy(int port, @Nullable Throwable cause) {
        return new BrokerStartException(
                "port " + port
                        + " for Kafka is in use; stop what listens there or choose another port (0 picks a free one)",
                cause);
    }

    private static void release(DataDirectory directory) {
        try {
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock on " + directory.path() + " cannot be released", e);
        }
    }
}
