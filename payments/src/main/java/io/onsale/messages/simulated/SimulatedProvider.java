package io.onsale.messages.simulated;

import io.onsale.messages.Message;
import io.onsale.messages.MessageProvider;
import io.onsale.outbound.JsonHttp;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The simulated provider, over HTTP. */
public final class SimulatedProvider implements MessageProvider, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int INVALID = 422;

    private final JsonHttp http;

    /**
     * A client.
     *
     * @param url where the provider is
     * @param key its login
     */
    public SimulatedProvider(URI url, String key) {
        this.http = new JsonHttp("messages", url, Map.of("Authorization", "Bearer " + key), PATIENCE);
    }

    @Override
    public boolean send(Message message, String idempotencyKey) throws InterruptedException {
        JsonHttp.Outcome outcome = http.post(
                "/v1/messages", Map.of("to", message.to(), "text", message.text()), Optional.of(idempotencyKey));
        return switch (outcome) {
            case JsonHttp.Silence silence -> false;
            case JsonHttp.Answer answer -> {
                if (answer.status() == INVALID) {
                    throw new IllegalArgumentException("the provider does not take such a message");
                }
                yield answer.isSuccess();
            }
        };
    }

    @Override
    public void close() {
        http.close();
    }
}
