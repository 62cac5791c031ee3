package io.onsale.edge.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks over HTTP: {@code POST /v1/identities}. */
public final class HttpIdentityProvider implements IdentityProvider {

    private static final Logger LOG = LoggerFactory.getLogger(HttpIdentityProvider.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final int AT_ONCE = 32;

    private final Supplier<URI> url;
    private final String authorization;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /**
     * A company.
     *
     * @param url its address, by the time it is asked
     * @param key the login there
     */
    public HttpIdentityProvider(Supplier<URI> url, String key) {
        this.url = url;
        this.authorization = "Bearer " + key;
    }

    @Override
    public Optional<String> verify(Claim claim) {
        if (!places.tryAcquire()) {
            throw away();
        }
        try {
            HttpResponse<String> answer = http.send(request(claim), HttpResponse.BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case 200, 201 -> person(JSON.readTree(answer.body()));
                case 400, 422 -> Optional.empty();
                default -> throw awayBecause("HTTP " + answer.statusCode());
            };
        } catch (IOException e) {
            throw awayBecause(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        } finally {
            places.release();
        }
    }

    private static Optional<String> person(JsonNode verification) {
        return verification.path("status").asText().equals("verified")
                ? Optional.of(verification.path("person_id").asText()).filter(id -> !id.isBlank())
                : Optional.empty();
    }

    private HttpRequest request(Claim claim) throws IOException {
        byte[] body = JSON.writeValueAsBytes(Map.of(
                "name", claim.name(),
                "birth_date", claim.birthDate().toString(),
                "phone", claim.phone()));
        return HttpRequest.newBuilder(url.get().resolve("/v1/identities"))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static ProblemException awayBecause(String reason) {
        LOG.atWarn().addKeyValue("reason", reason).log("The identity provider did not answer");
        return away();
    }

    static ProblemException away() {
        return Problem.of(503, "provider_away", "Who people are can't be asked at the moment.")
                .retryAfterSeconds(5)
                .toException();
    }
}
