package io.onsale.edge.log;

import io.onsale.schemas.Topic;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;

/** Where commands are written and answered. */
public interface CommandLog {

    /**
     * Writes a command and promises its reply, or a {@link io.onsale.edge.http.ProblemException} where there is none in time. Refuses at once, by throwing
     * such an exception, where the command can't be written or too many are waiting.
     */
    <C extends SpecificRecord, R extends SpecificRecord> CompletableFuture<R> ask(
            Exchange<C, R> exchange, String key, String commandId, C command);

    /** Writes a command that nobody answers; done when it is durable. */
    <C extends SpecificRecord> CompletableFuture<Void> tell(Topic<C> topic, String key, C command);

    /** Removes a key from a compacted topic; done when that is durable. */
    CompletableFuture<Void> remove(Topic<?> topic, String key);
}
