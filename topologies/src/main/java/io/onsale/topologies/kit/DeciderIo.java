package io.onsale.topologies.kit;

import io.onsale.schemas.Topic;
import io.onsale.schemas.operations.DeadLetter;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * The topics of a topology, and from them the names of its nodes and its store.
 *
 * @param name the topology
 * @param subject what it decides, singular: names its nodes
 * @param others topics on which consequences of its events appear
 */
public record DeciderIo<M extends SpecificRecord, F extends SpecificRecord, R extends SpecificRecord>(
        String name,
        String subject,
        Topic<M> commands,
        Topic<F> events,
        Optional<Topic<R>> replies,
        List<Topic<?>> others,
        Topic<DeadLetter> deadLetters) {

    public String source() {
        return subject + "-commands-in";
    }

    public String decoder() {
        return "decode-" + subject;
    }

    public String decider() {
        return "decide-" + subject;
    }

    /** The one store, for rows of every kind. */
    public String store() {
        return "rows-store";
    }

    /** The sink node of one of its topics. */
    public static String sink(Topic<?> topic) {
        String[] parts = topic.name().split("\\.", -1);
        return parts[1] + "-" + parts[2] + "-out";
    }
}
