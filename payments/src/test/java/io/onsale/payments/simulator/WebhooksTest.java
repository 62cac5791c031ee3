package io.onsale.payments.simulator;

import static io.onsale.payments.simulator.RunningSimulators.card;
import static io.onsale.payments.simulator.RunningSimulators.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onsale.payments.gateway.Answer;
import io.onsale.payments.gateway.Payment;
import io.onsale.payments.simulator.RunningSimulators.Webhook;
import io.onsale.schemas.privacy.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTest {

    @TempDir
    private Path folder;

    private RunningSimulators simulators;

    @BeforeEach
    void start() {
        simulators = new RunningSimulators(folder);
    }

    @AfterEach
    void stop() {
        simulators.close();
    }

    @Test
    void tellOfALateApprovalSigned() throws InterruptedException {
        begin("e/late", "test-late");

        await().until(() -> simulators.webhooks.size() == 1);
        Webhook webhook = simulators.webhooks.getFirst();
        byte[] body = webhook.body().getBytes(StandardCharsets.UTF_8);
        assertThat(new WebhookSignature(RunningSimulators.SECRET).verify(webhook.header(), body, Instant.now()))
                .isTrue();
        assertThat(webhook.body()).contains("\"reference\":\"e/late\"", "\"status\":\"authorised\"");
    }

    @Test
    void tellWhatNoAnswerTold() throws InterruptedException {
        begin("e/approved", "test-approve");
        begin("e/unheard", "test-timeout");
        Answer<Payment> opened = simulators.gateway().authorise(transfer("e/transfer"), "transfer");
        String id = ((Answer.Given<Payment>) opened).value().id();
        simulators.post("/v1/payments/" + id + "/deposit", "{\"amount\":1000}", "any");

        await().until(() -> simulators.webhooks.size() == 2);
        assertThat(references()).containsExactlyInAnyOrder("e/unheard", "e/transfer");
    }

    @Test
    void comeAgainUntilTheyAreAcknowledgedAndAfterAStartToo() throws InterruptedException {
        simulators.acknowledgement = 503;
        begin("e/late", "test-late");
        await().until(() -> simulators.webhooks.size() > 3);

        simulators.restart();
        int before = simulators.webhooks.size();
        await().until(() -> simulators.webhooks.size() > before);
        simulators.acknowledgement = 204;

        await().until(this::isQuiet);
        simulators.webhooks.clear();
        simulators.restart();
        begin("e/later", "test-late");
        await().until(() -> !simulators.webhooks.isEmpty());
        assertThat(references()).containsExactly("e/later");
    }

    @Test
    void comeTwiceAndInAnyOrderWhereThatIsAskedFor() throws InterruptedException {
        simulators.restart(simulators.behaviour().withWebhooks(1, Duration.ofMillis(200), true));
        List<String> sent = List.of("e/1", "e/2", "e/3", "e/4", "e/5", "e/6", "e/7", "e/8");
        for (String reference : sent) {
            begin(reference, "test-approve");
        }

        await().until(() -> simulators.webhooks.size() == 2 * sent.size());
        Set<String> bodies = simulators.webhooks.stream().map(Webhook::body).collect(Collectors.toSet());
        assertThat(bodies).hasSize(sent.size());
        assertThat(references().stream().distinct())
                .as("sixteen in the order of their sending is no chance")
                .isNotEqualTo(sent);
    }

    private boolean isQuiet() throws InterruptedException {
        int before = simulators.webhooks.size();
        Answer<Payment> answer = simulators.gateway().authorise(card("e/quiet" + before, "test-late"), "q" + before);
        assertThat(answer).isInstanceOf(Answer.Given.class);
        await().until(() -> references().contains("e/quiet" + before));
        return simulators.webhooks.size() == before + 1;
    }

    private void begin(String reference, String token) throws InterruptedException {
        var unused = simulators.gateway().authorise(card(reference, token), reference);
    }

    private List<String> references() {
        return simulators.webhooks.stream()
                .map(Webhook::body)
                .map(body -> body.replaceAll(".*\"reference\":\"([^\"]*)\".*", "$1"))
                .toList();
    }
}
