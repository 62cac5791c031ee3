package io.onsale.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where a running system listens, and what one needs to talk to it.
 *
 * <p>A running standalone system leaves them in its data folder and in the user's cache, readable by the user alone, so that {@code sql},
 * {@code audit} and {@code quarantine} find it from another terminal.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Endpoints(String edge, String kafka, String registry, ClickHouse clickhouse, Gateway gateway, long pid) {

    /** ClickHouse, and who may do what there. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record ClickHouse(String url, Login writer, Login reader) {}

    /** A user of ClickHouse. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    /** The simulated payment gateway with its neighbours, and the login there. */
    public record Gateway(String url, String login) {

        @Override
        public String toString() {
            return url;
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "running.json";

    /** The place where the newest running system of this user is noted. */
    public static Path cache() {
        String home = System.getProperty("user.home", ".");
        return Path.of(home, ".cache", "onsale");
    }

    /** The system that runs on this folder, if one does. */
    public static Optional<Endpoints> running(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Endpoints noted = JSON.readValue(file.toFile(), Endpoints.class);
            return Optional.of(noted)
                    .filter(found -> ProcessHandle.of(found.pid()).isPresent());
        } catch (IOException e) {
            throw new ToldToUser(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    public void noteIn(Path folder) {
        try {
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "running", ".new"); // made readable by its owner alone
            JSON.writeValue(fresh.toFile(), this);
            Files.move(
                    fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ToldToUser("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Removes the note, unless a newer system has written its own. */
    public void forgetIn(Path folder) {
        try {
            if (running(folder).filter(noted -> noted.pid() == pid).isPresent()) {
                Files.deleteIfExists(folder.resolve(FILE));
            }
        } catch (IOException | ToldToUser leftBehind) {
            // A stale note is recognised by its process, which is gone.
        }
    }
}
