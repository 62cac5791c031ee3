package io.onsale.topologies.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.Test;

class TickerTest {

    private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();
    private boolean mayRest = true;
    private int ticks;
    private final Ticker ticker = new Ticker(context, now -> {
        ticks++;
        return mayRest;
    });

    @Test
    void restsWhereNothingHappensAndNothingIsAwaited() {
        tick();

        assertThat(intervals()).containsExactly(Ticker.SELDOM);
        assertThat(ticks).isOne();
    }

    @Test
    void ticksOftenWhileSomethingIsAwaited() {
        mayRest = false;

        tick();

        assertThat(intervals()).containsExactly(Ticker.OFTEN);
    }

    @Test
    void ticksOftenAgainOnceItIsStirred() {
        tick();

        ticker.stir();

        assertThat(intervals()).containsExactly(Ticker.OFTEN);
    }

    @Test
    void doesNotRestInTheTickAfterItWasStirred() {
        ticker.stir();
        tick();
        assertThat(intervals()).containsExactly(Ticker.OFTEN);

        tick();
        assertThat(intervals()).containsExactly(Ticker.SELDOM);
    }

    @Test
    void ticksNoMoreOnceItIsStopped() {
        ticker.stop();

        assertThat(intervals()).isEmpty();
    }

    private void tick() {
        pending().forEach(punctuator -> punctuator.getPunctuator().punctuate(1_000));
    }

    private List<Duration> intervals() {
        return pending().stream().map(CapturedPunctuator::getInterval).toList();
    }

    private List<CapturedPunctuator> pending() {
        return context.scheduledPunctuators().stream()
                .filter(punctuator -> !punctuator.cancelled())
                .toList();
    }
}
