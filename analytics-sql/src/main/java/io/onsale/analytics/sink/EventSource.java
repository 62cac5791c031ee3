package io.onsale.analytics.sink;

import io.onsale.analytics.rows.EventRows;
import io.onsale.analytics.rows.RowBuffer;
import io.onsale.schemas.Topic;
import io.onsale.schemas.TopicKind;
import io.onsale.schemas.Topics;
import io.onsale.schemas.registry.RegistryUnavailableException;
import io.onsale.schemas.serde.AvroSerdes;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics of events, and how their records become rows; for one thread. */
final class EventSource {
    private static final Logger LOG = LoggerFactory.getLogger(EventSource.class);
    private static final String KEYED_BY_SHOW = "event";

    private final Map<String, Reader> readers;
    private final EventRows rows;

    EventSource(AvroSerdes serdes, UnaryOperator<String> pseudonyms) {
        this.readers = Topics.ALL.stream()
                .filter(topic -> topic.kind() == TopicKind.EVENTS)
                .collect(Collectors.toUnmodifiableMap(Topic::name, topic -> Reader.of(topic, serdes)));
        this.rows = new EventRows(pseudonyms);
    }

    List<String> topics() {
        return readers.keySet().stream().sorted().toList();
    }

    /**
     * Adds the row of a record, which is a row without a body where the record can't be read.
     *
     * @throws RegistryUnavailableException if the registry is away, so that nobody knows whether it can be read
     */
    void addRow(ConsumerRecord<byte[], byte[]> record, RowBuffer target) {
        Reader reader = readers.get(record.topic());
        if (reader == null) {
            throw new IllegalStateException("a record of " + record.topic() + ", which has no events");
        }
        SpecificRecord event = read(reader, record);
        if (event == null) {
            SinkMetrics.UNDECODABLE.labels(record.topic()).inc();
            rows.addUndecodable(record, reader.personalKey(), target);
        } else {
            rows.add(record, event, reader.personalKey(), target);
        }
    }

    private static @Nullable SpecificRecord read(Reader reader, ConsumerRecord<byte[], byte[]> record) {
        try {
            return reader.deserializer().deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            if (RegistryUnavailableException.isCauseOf(e)) {
                throw e;
            }
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .log("undecodable event");
            return null;
        }
    }

    /** How one topic is read; a key that is not a show's stands for a person. */
    private record Reader(Deserializer<? extends SpecificRecord> deserializer, boolean personalKey) {
        static Reader of(Topic<?> topic, AvroSerdes serdes) {
            return new Reader(
                    serdes.of(topic.value()).deserializer(), !topic.key().equals(KEYED_BY_SHOW));
        }
    }
}
