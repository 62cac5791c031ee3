package io.onsale.standalone.clickhouse.server;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A data directory belongs to one process until that process ends. */
final class DataLock {

    /** A child whose parent was killed may still be draining. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty where another process has it; the operating system releases it however that process ends. */
    static Optional<DataLock> acquire(Path data) throws IOException {
        Files.createDirectories(data);
        FileChannel channel =
                FileChannel.open(data.resolve("onsale.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (channel.tryLock() == null) {
            if (System.nanoTime() > deadline) {
                channel.close();
                return Optional.empty();
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        return Optional.of(new DataLock(channel));
    }

    /** Runs something under the lock. A channel that nobody can reach any more would be collected, and the lock with it. */
    void hold(Runnable work) {
        try {
            work.run();
        } finally {
            Reference.reachabilityFence(channel);
        }
    }
}
