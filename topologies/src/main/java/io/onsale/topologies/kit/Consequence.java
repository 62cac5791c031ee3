package io.onsale.topologies.kit;

import io.onsale.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that an event brings about on another topic.
 *
 * @param value null to remove the key from a compacted topic
 */
public record Consequence(
        Topic<?> topic, String key, @Nullable SpecificRecord value) {}
