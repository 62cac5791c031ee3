package io.onsale.schemas.admin;

/**
 * On how many brokers a partition is kept.
 *
 * @param brokers all of them
 */
public record Copies(int brokers) {

    /** How many must have a record before its writer is told so: all but one, so that one broker may be away and none that is lost takes a record along. */
    public int leastInSync() {
        return Math.max(1, brokers - 1);
    }
}
