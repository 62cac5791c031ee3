package io.onsale.edge.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class PreparationTest {

    @Test
    void asksAgainWhateverWentWrong() {
        Iterator<RuntimeException> failures = List.of(
                        new IllegalStateException("not foreseen"), new KafkaException("away"))
                .iterator();
        AtomicBoolean done = new AtomicBoolean();
        try (Preparation preparation = new Preparation(() -> {
            if (failures.hasNext()) {
                throw failures.next();
            }
            done.set(true);
        })) {
            await().dontCatchUncaughtExceptions().until(preparation::isDone);
        }
        assertThat(done).isTrue();
    }
}
