package io.onsale.topologies.kit;

import org.apache.avro.specific.SpecificRecord;

/** A command together with the bytes it came as, which a dead letter keeps whole. */
record Decoded<M extends SpecificRecord>(M command, byte[] bytes) {}
