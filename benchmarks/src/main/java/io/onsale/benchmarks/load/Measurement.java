package io.onsale.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What a run came to.
 *
 * @param outcomes how many requests ended with each word
 */
public record Measurement(Load load, double seconds, Histogram latencyMicros, Map<String, Long> outcomes) {

    public Measurement {
        outcomes = new TreeMap<>(outcomes);
    }

    /** Requests a second that ended with this word. */
    public double rate(String outcome) {
        return outcomes.getOrDefault(outcome, 0L) / seconds;
    }

    /** Milliseconds within which this share of requests was answered. */
    public double millis(double percentile) {
        return latencyMicros.getValueAtPercentile(percentile) / 1000.0;
    }
}
