package io.onsale.analytics.sink;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** Knows how far {@code onsale.events} goes. */
@FunctionalInterface
public interface StoredEvents {

    /**
     * The highest offset that is stored of each of these partitions; one of which nothing is stored is left out.
     *
     * @throws io.onsale.analytics.clickhouse.ClickHouseException if that can't be known now; it will be asked again
     */
    Map<TopicPartition, Long> last(Set<TopicPartition> partitions);
}
