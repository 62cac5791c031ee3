package io.onsale.standalone.audit.rules;

import org.apache.avro.specific.SpecificRecord;

/** A committed record of the log, decoded. */
public record Logged(Place place, String key, SpecificRecord value) {}
