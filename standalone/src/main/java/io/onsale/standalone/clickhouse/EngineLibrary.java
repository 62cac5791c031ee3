package io.onsale.standalone.clickhouse;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** ClickHouse's engine as a shared library, fetched once from npm and kept in a cache. */
public final class EngineLibrary {

    static final NpmPackage RELEASE = new NpmPackage(
            "@chdb/lib-linux-x64-gnu",
            "26.7.3-stable.1",
            "XP97mMqnc5tZpKQywR8N7cLTsHNiTmHr30pC5mzo3jWmukjKn2IBa60c2B/gWUNcuFjOMjWoorQICCqBVj5wpw==");

    private static final String FILE = "libchdb.so";
    private static final String ENTRY = "package/" + FILE;
    /** The archive and the unpacked library side by side. */
    private static final long BYTES_NEEDED = 800_000_000L;

    /** A file lock belongs to the whole process, so threads need a lock of their own. */
    private static final Lock IN_PROCESS = new ReentrantLock();

    private final Path directory;
    private final NpmPackage release;
    private final List<String> npm;
    private final String platform;

    public EngineLibrary(Path cache) {
        this(cache, RELEASE, List.of("npm"), System.getProperty("os.name") + "-" + System.getProperty("os.arch"));
    }

    EngineLibrary(Path cache, NpmPackage release, List<String> npm, String platform) {
        this.directory = cache.resolve(release.version()).toAbsolutePath();
        this.release = release;
        this.npm = npm;
        this.platform = platform;
    }

    public static Path defaultCache() {
        return Path.of(System.getProperty("user.home"), ".cache", "onsale", "chdb");
    }

    /** The library's path; downloads it first when the cache has none, telling the consumer what takes so long. */
    public Path fetch(Consumer<String> progress) {
        if (!platform.equals("Linux-amd64")) {
            throw new EngineUnavailableException("ClickHouse's engine comes for Linux on x86-64 only, not for "
                    + platform + "; set CLICKHOUSE_URL to a ClickHouse server");
        }
        Path library = directory.resolve(FILE);
        if (Files.exists(library)) {
            return library;
        }
        IN_PROCESS.lock();
        try {
            Files.createDirectories(directory);
            fetchLocked(library, progress);
            return library;
        } catch (IOException e) {
            throw explained(e);
        } finally {
            IN_PROCESS.unlock();
        }
    }

    private void fetchLocked(Path library, Consumer<String> progress) throws IOException {
        Path lockFile = directory.resolve("fetch.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            // Another process may have fetched it while this one waited for the lock.
            if (lock.isValid() && !Files.exists(library)) {
                install(library, progress);
            }
        }
    }

    private void install(Path library, Consumer<String> progress) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        if (free < BYTES_NEEDED) {
            throw noSpace(null);
        }
        Path work = Files.createTempDirectory(directory, "fetch");
        try {
            progress.accept("fetching ClickHouse's engine with npm (178 MB, once)");
            Path archive = release.download(npm, work);
            progress.accept("unpacking ClickHouse's engine");
            Path unpacked = work.resolve(FILE);
            TarReader.extract(archive, ENTRY, unpacked);
            Files.move(unpacked, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(work);
        }
    }

    private static void delete(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private EngineUnavailableException explained(IOException cause) {
        String reason = String.valueOf(cause.getMessage());
        if (reason.contains("No space left")) {
            return noSpace(cause);
        }
        String what = cause instanceof FileSystemException ? "can't write to " : "can't unpack ClickHouse's engine in ";
        return new EngineUnavailableException(
                what + directory + ": " + reason + "; fix that, or set CLICKHOUSE_URL to a server", cause);
    }

    private EngineUnavailableException noSpace(@Nullable IOException cause) {
        return new EngineUnavailableException(
                "ClickHouse's engine needs " + BYTES_NEEDED / 1_000_000 + " MB of disk in " + directory
                        + "; free some space, or set CLICKHOUSE_URL to a server",
                cause);
    }
}
