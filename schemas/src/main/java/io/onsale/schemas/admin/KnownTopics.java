package io.onsale.schemas.admin;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics that were made just now: a broker may hear of one a moment after the controller has made it. */
public final class KnownTopics {

    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private KnownTopics() {}

    /**
     * What the broker answers once it knows the topics that it is asked about.
     *
     * @throws UnknownTopicOrPartitionException if it still doesn't after some seconds
     */
    public static <T> T ask(Supplier<T> question) {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.get();
            } catch (UnknownTopicOrPartitionException notYet) {
                if (attempt == ATTEMPTS) {
                    throw notYet;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
