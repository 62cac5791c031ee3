package io.onsale.edge.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final Progress progress = new Progress();

    @Test
    void doesNotWaitForWhatIsInView() throws InterruptedException {
        progress.advance("event-1", 5);

        assertThat(progress.await("event-1", 5, Duration.ZERO)).isTrue();
    }

    @Test
    void givesUpOnWhatDoesNotCome() throws InterruptedException {
        progress.advance("event-1", 5);

        assertThat(progress.await("event-1", 6, Duration.ofMillis(20))).isFalse();
        assertThat(progress.await("event-2", 1, Duration.ofMillis(20))).isFalse();
        assertThat(progress.of("event-2")).isZero();
    }

    @Test
    void wakesWhoeverWaitsAsSoonAsTheSequenceIsReached() throws Exception {
        CompletableFuture<Boolean> reader = reader("event-1", 3);

        progress.advance("event-2", 3);
        progress.advance("event-1", 2);
        assertThat(reader).isNotDone();
        progress.advance("event-1", 3);

        assertThat(reader.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void losesNoReaderWhileEventsPass() throws Exception {
        for (int sequence = 1; sequence <= 500; sequence++) {
            CompletableFuture<Boolean> reader = reader("event-1", sequence);

            progress.advance("event-1", sequence);

            assertThat(reader.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    private CompletableFuture<Boolean> reader(String key, long sequence) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                answer.complete(progress.await(key, sequence, Duration.ofSeconds(30)));
            } catch (InterruptedException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }
}
