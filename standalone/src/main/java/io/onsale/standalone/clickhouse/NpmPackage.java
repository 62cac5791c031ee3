package io.onsale.standalone.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A package of the npm registry at an exact version, and the digest its archive must have. */
record NpmPackage(String name, String version, String sha512) {

    private static final long TIMEOUT_MINUTES = 15;

    /** Downloads the archive into the directory with the user's own npm, so that its registry and proxy settings count. */
    Path download(List<String> npm, Path directory) {
        Path log = directory.resolve("npm.log");
        List<String> command = new ArrayList<>(npm);
        command.addAll(List.of("pack", name + "@" + version, "--silent"));
        int status = run(command, directory, log);
        if (status != 0) {
            throw new EngineUnavailableException("npm could not download " + name + " (exit " + status + ": "
                    + lastLine(log) + "); check the network and npm's registry setting, or set CLICKHOUSE_URL");
        }
        return verified(archiveIn(directory));
    }

    private static int run(List<String> command, Path directory, Path log) {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new EngineUnavailableException(
                    "npm is needed to fetch ClickHouse's engine and was not found; install Node.js with npm, or set"
                            + " CLICKHOUSE_URL to a server",
                    e);
        }
        try {
            if (process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
            throw new EngineUnavailableException("npm did not finish within " + TIMEOUT_MINUTES
                    + " minutes; check the network and try again, or set CLICKHOUSE_URL to a server");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineUnavailableException("interrupted while npm was fetching ClickHouse's engine", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Path archiveIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow(() -> new EngineUnavailableException("npm downloaded no archive of " + name
                            + "; update npm, or set CLICKHOUSE_URL to a server"));
        } catch (IOException e) {
            throw new EngineUnavailableException("can't read " + directory + ": " + e.getMessage(), e);
        }
    }

    private Path verified(Path archive) {
        String found = digest(archive);
        if (!found.equals(sha512)) {
            throw new EngineUnavailableException("what npm downloaded is not " + name + " " + version
                    + " as released (sha512 " + found + "); try another registry, or set CLICKHOUSE_URL to a server");
        }
        return archive;
    }

    static String digest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
            try (DigestInputStream digesting = new DigestInputStream(in, sha512)) {
                byte[] buffer = new byte[1 << 16];
                while (digesting.read(buffer) >= 0) {
                    // Reading is what digests.
                }
            }
            return Base64.getEncoder().encodeToString(sha512.digest());
        } catch (IOException e) {
            throw new EngineUnavailableException("can't read " + file + ": " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-512", e);
        }
    }

    private static String lastLine(Path log) {
        try {
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.isEmpty() ? "no output" : lines.getLast();
        } catch (IOException e) {
            return "its output can't be read";
        }
    }
}
