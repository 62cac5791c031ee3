package io.onsale.standalone.draw;

import io.onsale.standalone.ToldToUser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What an edge publishes about a draw, in files as anybody would keep them.
 *
 * @param receipt of somebody who took part
 */
public record DrawDownload(Path draw, Optional<Path> receipt, Path keys) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * Asks an edge for all of it.
     *
     * @param queueToken whose receipt to get; empty for nobody's
     * @param folder to keep it in
     */
    public static DrawDownload of(URI edge, String eventId, String queueToken, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            Path draw = get(client, edge, "/api/queue/" + eventId + "/draw/roster", "", folder.resolve("draw.ndjson"));
            Path keys = get(client, edge, "/.well-known/jwks.json", "", folder.resolve("keys.json"));
            Optional<Path> receipt = queueToken.isEmpty()
                    ? Optional.empty()
                    : Optional.of(get(
                            client,
                            edge,
                            "/api/queue/receipt?event_id=" + eventId,
                            queueToken,
                            folder.resolve("receipt.json")));
            return new DrawDownload(draw, receipt, keys);
        }
    }

    private static Path get(HttpClient client, URI edge, String path, String token, Path file) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(edge.resolve(path)).timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<Path> answer = client.send(request.build(), BodyHandlers.ofFile(file));
            if (answer.statusCode() != 200) {
                throw new ToldToUser("%s answered %d: %s"
                        .formatted(edge.resolve(path), answer.statusCode(), Files.readString(file)));
            }
            return file;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking for " + path, e);
        }
    }

    /** Computes the draw again, and looks the receipt up in it. */
    public DrawVerification verify() {
        return DrawVerification.of(draw, receipt, Optional.of(keys));
    }
}
