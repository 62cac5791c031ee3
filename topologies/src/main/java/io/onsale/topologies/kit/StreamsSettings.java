package io.onsale.topologies.kit;

import io.onsale.schemas.admin.Copies;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' settings for exactly once with low latency; each that is not obvious says why. */
final class StreamsSettings {

    /** A record that holds another one whole, a dead letter say, is larger than what a command may be. */
    private static final int LARGEST_RECORD = 2 << 20;

    private StreamsSettings() {}

    static Properties exactlyOnce(String topology, RunnerSettings settings, Backlog backlog) {
        Properties streams = new Properties();
        streams.put(StreamsConfig.APPLICATION_ID_CONFIG, TopologyRunner.group(topology));
        streams.put(StreamsConfig.CLIENT_ID_CONFIG, topology + "-" + settings.instance());
        streams.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        streams.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        streams.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        streams.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        streams.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.replication());
        streams.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        streams.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        streams.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 8L << 20);
        streams.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, OversizedRecords.class);
        put(streams, StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), LARGEST_RECORD);
        int leastInSync = new Copies(settings.replication()).leastInSync();
        put(streams, StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG), leastInSync);
        long commit = settings.commitInterval().toMillis();
        streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commit);
        // Waiting for records longer than between commits would leave what a timer wrote uncommitted meanwhile.
        streams.put(StreamsConfig.POLL_MS_CONFIG, commit);
        consumer(streams, settings);
        put(
                streams,
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                Backlog.Watch.class.getName());
        put(streams, StreamsConfig.mainConsumerPrefix(Backlog.Watch.BACKLOG), backlog);
        producer(streams, commit);
        return streams;
    }

    private static void consumer(Properties streams, RunnerSettings settings) {
        // A restarted instance takes its old place at once instead of waiting for its old self to time out.
        put(streams, StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), settings.instance());
        put(streams, StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        put(streams, StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
        put(streams, StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    }

    private static void producer(Properties streams, long commit) {
        // Until a dead writer's transaction times out, readers of committed records stand still behind it.
        put(streams, StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 5_000);
        // A transaction's second request may overtake its first while the broker still verifies that one, and is then
        // refused as
        // out of order, which costs the whole client a restart. One at a time they cannot, and they carry more each.
        put(streams, StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        // A commit sends what there is; nothing before it need go, in requests of its own.
        put(streams, StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), commit);
        put(streams, StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
        put(streams, StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        put(streams, StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 128 << 10);
    }

    private static void put(Properties streams, String name, Object value) {
        streams.put(name, value);
    }
}
