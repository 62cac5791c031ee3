package io.onsale.analytics.privacy;

/**
 * Something that should not be where it was found; it doesn't repeat what was found.
 *
 * @param place topic, partition and offset, or table and column
 * @param what which needle (by its number, from 0) or which mark was broken
 */
public record Hit(String place, String what) {}
