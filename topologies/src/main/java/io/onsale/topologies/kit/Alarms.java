package io.onsale.topologies.kit;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * The commands that time itself sends. Nothing is decided here: a command says "look again", and the decider sees by the log's time
 * whether anything is due.
 */
@FunctionalInterface
public interface Alarms<M extends SpecificRecord> {

    /** A command for a key. */
    record Alarm<M>(String key, M command) {}

    /** One command for each key that has something due by this instant of the log, as far as it is known. */
    List<Alarm<M>> due(Instant now);

    static <M extends SpecificRecord> Alarms<M> none() {
        return now -> List.of();
    }
}
