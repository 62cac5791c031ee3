package io.onsale.schemas;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** What a topic is for, and so how the broker keeps it. */
public enum TopicKind {
    /** What somebody asks for; the broker stamps the time, because deciders take their clock from the log. Kept for replay. */
    COMMANDS(
            "commands",
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime", TopicConfig.RETENTION_MS_CONFIG, "-1")),
    /** Answers to commands, of use only to whoever waits for them. */
    REPLIES(
            "replies",
            Map.of(
                    TopicConfig.RETENTION_MS_CONFIG,
                    millis(Duration.ofHours(1)),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Size.ROOMY)),
    /** What happened; the source of every view. Kept for ever. */
    EVENTS("events", Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Size.ROOMY)),
    /** The newest state of each key. */
    STATE(
            "state",
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Size.ROOMY)),
    /**
     * People's own keys. What compaction removes here is unreadable everywhere, so it may not wait for long; a segment is closed, and so can be
     * compacted, when the first record after that time comes.
     */
    KEYS(
            "keys",
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                    millis(Duration.ofHours(1)),
                    TopicConfig.DELETE_RETENTION_MS_CONFIG,
                    millis(Duration.ofDays(7)))),
    /** Records that could not be read or had to be skipped. */
    DEAD_LETTERS(
            "dlq",
            Map.of(
                    TopicConfig.RETENTION_MS_CONFIG,
                    millis(Duration.ofDays(30)),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Size.ROOMY));

    private static final class Size {
        /** What follows from a command may be larger than the command, above all the dead letter that keeps it whole. */
        private static final String ROOMY = Integer.toString(2 << 20);
    }

    private final String word;
    private final Map<String, String> settings;

    TopicKind(String word, Map<String, String> settings) {
        this.word = word;
        this.settings = settings;
    }

    /** The part of a topic's name that says its kind. */
    public String word() {
        return word;
    }

    /** The broker's settings for a topic of this kind. */
    public Map<String, String> settings() {
        return settings;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
