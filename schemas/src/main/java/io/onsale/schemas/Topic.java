package io.onsale.schemas;

import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of the log: its name, what its keys mean and which record it carries.
 *
 * @param <V> the record it carries
 * @param single true where the topic has one partition whatever the deployment says, because its readers need all of it in one order
 */
public record Topic<V extends SpecificRecord>(String name, TopicKind kind, String key, Class<V> value, boolean single) {

    static <V extends SpecificRecord> Topic<V> of(String domain, TopicKind kind, String key, Class<V> value) {
        return new Topic<>("onsale.%s.%s.v1".formatted(domain, kind.word()), kind, key, value, false);
    }

    Topic<V> inOnePartition() {
        return new Topic<>(name, kind, key, value, true);
    }

    /** The subject under which the registry keeps its schema. */
    public String subject() {
        return name + "-value";
    }

    /** How many partitions it has where a deployment gives its topics so many. */
    public int partitions(int deployment) {
        return single ? 1 : deployment;
    }
}
