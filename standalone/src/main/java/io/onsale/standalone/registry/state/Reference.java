package io.onsale.standalone.registry.state;

/** A type that a schema takes from a version of some subject. */
public record Reference(String name, String subject, int version) {}
