package io.onsale.standalone.audit.clickhouse;

/**
 * What one side holds of a partition.
 *
 * @param events how many
 * @param offsets how many different offsets they have
 * @param checksum the sum of the events' checksums
 */
record Contents(long events, long offsets, long checksum) {
    static final Contents NOTHING = new Contents(0, 0, 0);
}
