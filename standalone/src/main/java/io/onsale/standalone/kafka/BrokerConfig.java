package io.onsale.standalone.kafka;

import io.onsale.schemas.admin.OffsetRetention;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The broker's settings: one node that is quick to start and light to keep. */
final class BrokerConfig {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String HOST = "127.0.0.1";
    private static final int MEGABYTE = 1 << 20;

    private BrokerConfig() {}

    static Properties of(Path directory, int port, int controllerPort) {
        Properties config = new Properties();
        config.putAll(node(directory, port, controllerPort));
        config.putAll(internalTopics());
        config.putAll(sizes());
        return config;
    }

    private static Map<String, String> node(Path directory, int port, int controllerPort) {
        String clients = "PLAINTEXT://" + HOST + ':' + port;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                // The voter's port lives here alone, not in the data, so it may change from run to run.
                "controller.quorum.voters",
                NODE_ID + "@" + HOST + ':' + controllerPort,
                "listeners",
                clients + "," + CONTROLLER + "://" + HOST + ':' + controllerPort,
                "advertised.listeners",
                clients,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "controller.listener.names",
                CONTROLLER,
                "inter.broker.listener.name",
                "PLAINTEXT",
                "log.dirs",
                directory.toString(),
                "auto.create.topics.enable",
                "false");
    }

    private static Map<String, String> internalTopics() {
        return Map.ofEntries(
                Map.entry("default.replication.factor", "1"),
                Map.entry("min.insync.replicas", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry(OffsetRetention.SETTING, Integer.toString(OffsetRetention.LONGEST_MINUTES)),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
                // Short, because after a kill the broker's former self must be given up before the new one may serve;
                // not so short that a machine busy for a second gives up a broker that lives.
                Map.entry("broker.session.timeout.ms", "2000"),
                Map.entry("broker.heartbeat.interval.ms", "200"));
    }

    private static Map<String, String> sizes() {
        return Map.ofEntries(
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("background.threads", "2"),
                Map.entry("group.coordinator.threads", "1"),
                Map.entry("num.recovery.threads.per.data.dir", "2"),
                Map.entry("log.cleaner.threads", "1"),
                Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 * MEGABYTE)),
                Map.entry("log.segment.bytes", Integer.toString(64 * MEGABYTE)),
                Map.entry("log.index.size.max.bytes", Integer.toString(MEGABYTE)),
                Map.entry("metadata.log.segment.bytes", Integer.toString(16 * MEGABYTE)));
    }
}
