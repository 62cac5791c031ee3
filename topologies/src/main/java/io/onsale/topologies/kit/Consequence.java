package io.onsale.topologies.kit;

import io.onsale.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/** A record that an event brings about on another topic. */
public record Consequence(Topic<?> topic, String key, SpecificRecord value) {}
