package io.onsale.topologies.kit;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The stores of the running task. */
public record StateStores(ProcessorContext<?, ?> context) {

    /** A key-value store by its name. */
    public <V> KeyValueStore<String, V> get(String name) {
        return context.getStateStore(name);
    }

    /** A store as the table a domain reads and writes. */
    public <V> StoreTable<V> table(String name) {
        return new StoreTable<>(get(name));
    }
}
