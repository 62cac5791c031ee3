package io.onsale.standalone.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** The folder the broker keeps its data in, held for this process until closed. */
final class DataDirectory implements AutoCloseable {
    private static final long LEAST_SPACE = 256L << 20;

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataDirectory open(Path path) {
        try {
            Files.createDirectories(path);
            requireSpace(path);
            DataDirectory directory = new DataDirectory(path, lock(path));
            directory.formatOnce();
            return directory;
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    Path path() {
        return path;
    }

    /** Explains a failure below this folder, with the one cause people meet most first. */
    static BrokerStartException unusable(Path path, Exception cause) {
        if (isFull(cause)) {
            return new BrokerStartException("no disk space left for Kafka's data in " + path, cause);
        }
        return new BrokerStartException("Kafka cannot keep its data in " + path + ": " + cause.getMessage(), cause);
    }

    private static boolean isFull(@Nullable Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < 20; depth++) {
            if (String.valueOf(link.getMessage()).contains("No space left on device")) {
                return true;
            }
            link = link.getCause();
        }
        return false;
    }

    private static void requireSpace(Path path) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < LEAST_SPACE) {
            throw new BrokerStartException(
                    "too little disk space for Kafka's data in %s: %d MB free, %d MB needed to start"
                            .formatted(path, free >> 20, LEAST_SPACE >> 20),
                    null);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("onsale.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new BrokerStartException(
                    "Kafka's data in " + path + " is in use by another process; stop that one or choose another folder",
                    null);
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private void formatOnce() throws IOException {
        if (Files.exists(path.resolve("meta.properties"))) {
            return;
        }
        Formatter formatter = new Formatter()
                .setNodeId(BrokerConfig.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(path.toString()))
                .setMetadataLogDirectory(path.toString())
                .setControllerListenerName(BrokerConfig.CONTROLLER)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            formatter.run();
        } catch (Exception e) {
            close();
            throw unusable(path, e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
