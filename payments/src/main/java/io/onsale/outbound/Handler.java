package io.onsale.outbound;

import io.onsale.schemas.common.CommandEnvelope;
import org.apache.avro.specific.SpecificRecord;

/**
 * Does what commands ask for.
 *
 * @param <C> the commands
 */
public interface Handler<C extends SpecificRecord> {

    /** What has to happen one after another: commands of the same lane. */
    String lane(String key, C command);

    /** What names the command in logs. */
    CommandEnvelope envelope(C command);

    /**
     * Returns when all is done and reported, or throws {@link TryAgainException} where it has to be tried later.
     *
     * @param key of the command's record
     */
    void handle(String key, C command) throws InterruptedException;
}
