package io.onsale.topologies.admission.domain;

/** A public source of randomness, and which of its rounds counts. */
public record Beacon(String source, long round) {}
