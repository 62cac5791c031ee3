package io.onsale.standalone.audit.clickhouse;

import io.onsale.standalone.audit.rules.Place;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.kafka.common.TopicPartition;

/** Which events the log holds: for each topic and partition their offsets and a checksum of their ids. */
public final class CommittedEvents {

    /** The events of one partition; a bit for each offset, because a log may hold hundreds of millions. */
    static final class Partition {
        private final BitSet offsets = new BitSet();
        private long checksum;

        private void add(long offset, String id) {
            offsets.set(Math.toIntExact(offset));
            checksum += checksum(offset, id);
        }

        boolean holds(long offset) {
            return offset <= Integer.MAX_VALUE && offsets.get((int) offset);
        }

        /** The first offset from this one on that holds an event; negative where none does. */
        long from(long offset) {
            return offsets.nextSetBit(Math.toIntExact(offset));
        }

        Contents contents() {
            int count = offsets.cardinality();
            return new Contents(count, count, checksum);
        }
    }

    private final Map<TopicPartition, Partition> partitions = new HashMap<>();

    /** An event was read; {@code id} is empty where it could not be decoded. */
    public void add(Place place, String id) {
        partitions
                .computeIfAbsent(new TopicPartition(place.topic(), place.partition()), key -> new Partition())
                .add(place.offset(), id);
    }

    /** How many there are in all. */
    public long count() {
        return partitions.values().stream()
                .mapToLong(partition -> partition.contents().events())
                .sum();
    }

    Partition partition(TopicPartition partition) {
        return partitions.getOrDefault(partition, new Partition());
    }

    /** As ClickHouse's {@code CRC32(concat(toString(offset), ' ', id))}. */
    static long checksum(long offset, String id) {
        CRC32 crc = new CRC32();
        crc.update((offset + " " + id).getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
