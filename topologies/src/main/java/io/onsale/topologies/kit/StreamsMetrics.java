package io.onsale.topologies.kit;

import io.prometheus.client.Collector;
import io.prometheus.client.GaugeMetricFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Shows Kafka Streams' own metrics to Prometheus: those of the client and of its threads, one series a topology.
 *
 * <p>Threads' values are added up where they count something and the largest is taken where they do not, so that the number of series
 * does not grow with threads or restarts.
 */
final class StreamsMetrics extends Collector {

    private static final Set<String> GROUPS = Set.of("stream-metrics", "stream-thread-metrics");
    private static final Map<String, KafkaStreams> RUNNING = new ConcurrentHashMap<>();

    static {
        new StreamsMetrics().register();
    }

    private StreamsMetrics() {}

    static void expose(String topology, KafkaStreams streams) {
        RUNNING.put(topology, streams);
    }

    /** Only where no later one took its place. */
    static void forget(String topology, KafkaStreams streams) {
        RUNNING.remove(topology, streams);
    }

    @Override
    public List<MetricFamilySamples> collect() {
        Map<String, GaugeMetricFamily> families = new TreeMap<>();
        RUNNING.forEach((topology, streams) -> values(streams)
                .forEach((name, value) -> families.computeIfAbsent(
                                name, n -> new GaugeMetricFamily(n, "Kafka Streams' own.", List.of("topology")))
                        .addMetric(List.of(topology), value)));
        return new ArrayList<>(families.values());
    }

    private static Map<String, Double> values(KafkaStreams streams) {
        Map<String, Double> values = new TreeMap<>();
        for (Metric metric : streams.metrics().values()) {
            MetricName name = metric.metricName();
            if (shown(name) && metric.metricValue() instanceof Double value && Double.isFinite(value)) {
                values.merge(prometheusName(name), value, adds(name.name()) ? Double::sum : Double::max);
            }
        }
        return values;
    }

    private static boolean shown(MetricName name) {
        return GROUPS.contains(name.group()) || (name.name().equals("records-lag-max") && isOfAClient(name));
    }

    /** How far a consumer is behind, and not one of its many partitions. */
    private static boolean isOfAClient(MetricName name) {
        return name.group().equals("consumer-fetch-manager-metrics")
                && !name.tags().containsKey("partition");
    }

    private static String prometheusName(MetricName name) {
        return "kafka_" + name.group().replace("-metrics", "").replace('-', '_') + "_"
                + name.name().replace('-', '_');
    }

    private static boolean adds(String name) {
        return name.endsWith("-total") || name.endsWith("-rate");
    }
}
