package io.onsale.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * What a run came to.
 *
 * @param cpuSeconds processor time this process used meanwhile: the load's, and all the system's but ClickHouse's
 * @param outcomes how many requests ended with each word
 */
public record Measurement(
        Load load, double seconds, double cpuSeconds, Histogram latencyMicros, Map<String, Long> outcomes) {

    public Measurement {
        outcomes = new TreeMap<>(outcomes);
    }

    /** Requests a second that ended with this word. */
    public double rate(String outcome) {
        return outcomes.getOrDefault(outcome, 0L) / seconds;
    }

    /** Milliseconds of processor time a request cost, whatever else the machine was doing. */
    public double cpuMillis() {
        return cpuSeconds * 1000 / Math.max(1, latencyMicros.getTotalCount());
    }

    /** Milliseconds within which this share of requests was answered. */
    public double millis(double percentile) {
        return latencyMicros.getValueAtPercentile(percentile) / 1000.0;
    }
}
