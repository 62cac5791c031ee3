package io.onsale.standalone.cli;

import io.onsale.standalone.ToldToUser;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The folder a demo keeps its data in: the one that was asked for, or a temporary one that goes when the demo does.
 *
 * @param path where it is
 * @param goes whether it is temporary
 */
public record DataFolder(Path path, boolean goes) implements AutoCloseable {

    public static DataFolder of(@Nullable Path asked) throws IOException {
        if (asked != null) {
            return new DataFolder(asked, false);
        }
        return temporary();
    }

    /** A fresh one that goes when it is closed. */
    public static DataFolder temporary() throws IOException {
        return new DataFolder(Files.createTempDirectory("onsale-demo"), true);
    }

    /** Makes the folder where it is missing, for its owner alone: the log in it says who did what. */
    void make() {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException e) {
            throw new ToldToUser("cannot keep data in " + path + ": " + e + "; choose another folder with --data", e);
        }
        if (!Files.isWritable(path)) {
            throw new ToldToUser("cannot write to " + path + "; choose another folder with --data");
        }
    }

    @Override
    public void close() {
        if (!goes || !Files.exists(path)) {
            return;
        }
        try {
            Files.walkFileTree(path, new Removal());
        } catch (IOException stillWritten) {
            // A temporary folder that cannot be removed now is the operating system's to clear.
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        /** Files of parts that were just closed may be gone by themselves. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
