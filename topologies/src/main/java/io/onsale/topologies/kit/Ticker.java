package io.onsale.topologies.kit;

import java.time.Duration;
import java.util.function.LongPredicate;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Ticks often while a task is stirred or awaits something, and seldom while it rests.
 *
 * <p>After each tick Kafka Streams commits, whether or not anything was written. Twenty empty transactions a second in each task of an idle
 * system would be half a processor's work.
 */
final class Ticker {

    static final Duration OFTEN = Duration.ofMillis(50);

    /** What a task that rests must not expect anything within. */
    static final Duration SELDOM = Duration.ofSeconds(5);

    private final ProcessorContext<?, ?> context;
    private final LongPredicate tick;
    private Cancellable schedule;
    private Duration interval = OFTEN;
    private boolean stirred;

    /**
     * Begins to tick, often at first.
     *
     * @param tick takes the host's time, and says whether the task may rest
     */
    Ticker(ProcessorContext<?, ?> context, LongPredicate tick) {
        this.context = context;
        this.tick = tick;
        this.schedule = schedule();
    }

    /** Something has happened, so something may be due soon. */
    void stir() {
        stirred = true;
        every(OFTEN);
    }

    void stop() {
        schedule.cancel();
    }

    private void tick(long nowMillis) {
        boolean wasStirred = stirred;
        stirred = false;
        boolean mayRest = tick.test(nowMillis);
        every(mayRest && !wasStirred ? SELDOM : OFTEN);
    }

    private void every(Duration wanted) {
        if (!wanted.equals(interval)) {
            interval = wanted;
            schedule.cancel();
            schedule = schedule();
        }
    }

    private Cancellable schedule() {
        return context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }
}
