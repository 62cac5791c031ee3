package io.onsale.topologies.kit;

import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * How a domain's commands and events look on the wire.
 *
 * @param <M> the command topic's record
 * @param <F> the event topic's record
 * @param <C> the domain's commands
 * @param <E> the domain's events
 */
public interface Protocol<M extends SpecificRecord, F extends SpecificRecord, C, E> {

    CommandEnvelope envelope(M command);

    C command(M command);

    F event(EventEnvelope envelope, E event);

    /** What else an event brings about: the key's newest state, commands to other deciders. */
    default List<Consequence> consequences(String key, E event, EventEnvelope envelope) {
        return List.of();
    }

    /**
     * What a command brings about to which a recorded answer was found, so that nothing happens: the end of what its sender had made ready for it.
     *
     * @param outcome of the first request
     */
    default List<Consequence> repeated(M command, Object outcome) {
        return List.of();
    }
}
