package io.onsale.payments.simulator.gateway;

import io.onsale.payments.simulator.work.Later;
import io.onsale.schemas.privacy.WebhookSignature;
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
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends webhooks, signed, after a random while, some of them twice, and again until each is acknowledged. */
final class WebhookSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 16;

    private final URI url;
    private final WebhookSignature signature;
    private final Behaviour behaviour;
    private final Later later;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    WebhookSender(WebhookTarget target, Behaviour behaviour, Later later) {
        this.url = URI.create(target.url());
        this.signature = new WebhookSignature(target.secret());
        this.behaviour = behaviour;
        this.later = later;
    }

    /**
     * Sends until it is acknowledged.
     *
     * @param acknowledged done then, once or twice
     */
    void send(String body, Runnable acknowledged) {
        int copies = ThreadLocalRandom.current().nextDouble() < behaviour.repeats() ? 2 : 1;
        for (int i = 0; i < copies; i++) {
            later.after(underWay(), () -> attempt(body, acknowledged, 0));
        }
    }

    private Duration underWay() {
        long most = behaviour.spread().toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }

    private void attempt(String body, Runnable acknowledged, int failures) {
        try {
            if (isAcknowledged(body)) {
                acknowledged.run();
            } else {
                later.after(pause(failures + 1), () -> attempt(body, acknowledged, failures + 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause(int failures) {
        return new Pauses(behaviour.retryAfter(), behaviour.retryAtLeastEvery()).after(failures);
    }

    private boolean isAcknowledged(String body) throws InterruptedException {
        places.acquire();
        try {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            HttpRequest request = HttpRequest.newBuilder(url)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header(WebhookSignature.HEADER, signature.sign(bytes, Instant.now()))
                    .POST(BodyPublishers.ofByteArray(bytes))
                    .build();
            HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
            return response.statusCode() / 100 == 2;
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("a webhook was not delivered");
            return false;
        } finally {
            places.release();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
