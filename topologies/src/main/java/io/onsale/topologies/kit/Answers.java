package io.onsale.topologies.kit;

import org.apache.avro.specific.SpecificRecord;

/**
 * How a domain's answers look on the wire.
 *
 * @param <R> the reply topic's record
 * @param <E> the domain's events
 */
public interface Answers<R extends SpecificRecord, E> {

    /** The reply's outcome for the event that answers a command. */
    Object outcome(E answer);

    /** The outcome that a recorded reply carries. */
    Object outcome(R reply);

    R reply(String commandId, long sequence, boolean replayed, Object outcome);
}
