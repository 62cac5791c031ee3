package io.onsale.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.schemas.retry.Pauses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one request to whichever registry answers, again and again until patience ends. */
final class RegistryTransport implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryTransport.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Pauses PAUSES = new Pauses(Duration.ofMillis(50), Duration.ofSeconds(1));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegistrySettings settings;
    private final HttpClient http;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int preferred;

    RegistryTransport(RegistrySettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.requestTimeout())
                .build();
    }

    JsonNode get(String path) {
        return exchange("GET", path, null);
    }

    JsonNode post(String path, JsonNode body) {
        return exchange("POST", path, body.toString());
    }

    private JsonNode exchange(String method, String path, @Nullable String body) {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        for (int failures = 1; ; failures++) {
            try {
                return askEach(method, path, body);
            } catch (RegistryUnavailableException away) {
                if (System.nanoTime() + PAUSES.after(failures).toNanos() > deadline) {
                    throw away;
                }
                LOG.warn("schema registry unavailable, trying again: {}", away.getMessage());
                rest(PAUSES.scattered(failures), away);
            }
        }
    }

    private JsonNode askEach(String method, String path, @Nullable String body) {
        int first = preferred;
        int count = settings.urls().size();
        RegistryUnavailableException lastFailure = null;
        for (int turn = 0; turn < count; turn++) {
            int index = (first + turn) % count;
            try {
                JsonNode answer = ask(settings.urls().get(index), method, path, body);
                preferred = index;
                return answer;
            } catch (RegistryUnavailableException away) {
                if (lastFailure != null) {
                    away.addSuppressed(lastFailure);
                }
                lastFailure = away;
            }
        }
        throw lastFailure == null ? new RegistryUnavailableException("no schema registry is known", null) : lastFailure;
    }

    private JsonNode ask(URI base, String method, String path, @Nullable String body) {
        if (closed.getCount() == 0) {
            throw new RegistryUnavailableException("the schema registry client is closed", null);
        }
        try {
            HttpResponse<String> response = http.send(request(base, method, path, body), BodyHandlers.ofString());
            return read(base, method + ' ' + path, response);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new RegistryUnavailableException(
                    "the schema registry at " + base + " does not answer (" + reason + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while waiting for the schema registry at " + base, e);
        }
    }

    private HttpRequest request(URI base, String method, String path, @Nullable String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(settings.requestTimeout())
                .header("Accept", MEDIA_TYPE + ", application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", MEDIA_TYPE);
        }
        settings.login().ifPresent(login -> request.header("Authorization", basic(login)));
        return request.build();
    }

    private static String basic(RegistrySettings.Login login) {
        byte[] pair = (login.user() + ':' + login.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static JsonNode read(URI base, String request, HttpResponse<String> response) {
        int status = response.statusCode();
        JsonNode answer = parse(base, request, response);
        if (status / 100 == 2) {
            return answer;
        }
        int errorCode = answer.path("error_code").asInt(0);
        String message = answer.path("message").asText("");
        // Only an error code in a registry's own form is an answer; 404 from some proxy says nothing about a schema.
        boolean answered = errorCode != 0 && status / 100 == 4 && status != 401 && status != 403 && status != 429;
        if (answered && status != 408) {
            throw new RegistryRefusedException(
                    status,
                    errorCode,
                    "the schema registry at " + base + " refused " + request + ": " + message + " (" + errorCode + ")");
        }
        throw new RegistryUnavailableException(
                "the schema registry at " + base + " answered " + request + " with HTTP " + status
                        + (message.isEmpty() ? "" : ": " + message),
                null);
    }

    private static JsonNode parse(URI base, String request, HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new RegistryUnavailableException(
                    "what answers at " + base + " is no schema registry: HTTP " + response.statusCode()
                            + " without JSON for " + request,
                    e);
        }
    }

    /** Waits a little; closing ends it. */
    private void rest(Duration pause, RegistryUnavailableException away) {
        try {
            if (closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                throw away;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        http.shutdownNow();
    }
}
