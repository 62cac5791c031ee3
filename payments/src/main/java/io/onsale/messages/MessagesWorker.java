package io.onsale.messages;

import io.onsale.outbound.CommandWorker;
import io.onsale.outbound.Outbox;
import io.onsale.outbound.WorkerSettings;
import io.onsale.schemas.Topics;
import io.onsale.schemas.messages.MessageCommand;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.serde.AvroSerdes;
import java.util.List;

/** The messages process at work. */
public final class MessagesWorker implements AutoCloseable {

    /** The consumer group of all messages processes of a deployment. */
    public static final String GROUP = "onsale-messages";

    private final Outbox outbox;
    private final KeyTail keys;
    private final CommandWorker<MessageCommand> worker;

    private MessagesWorker(Outbox outbox, KeyTail keys, CommandWorker<MessageCommand> worker) {
        this.outbox = outbox;
        this.keys = keys;
        this.worker = worker;
    }

    /** Begins; {@link #troubles} says when it works. */
    public static MessagesWorker start(
            WorkerSettings settings, AvroSerdes serdes, ProcessKey key, MessageProvider provider) {
        Outbox outbox = new Outbox(settings.bootstrapServers(), serdes);
        KeyTail keys = new KeyTail(settings.bootstrapServers(), serdes);
        CommandWorker<MessageCommand> worker = new CommandWorker<>(
                settings,
                Topics.MESSAGE_COMMANDS,
                Topics.MESSAGE_DEAD_LETTERS,
                serdes,
                outbox,
                new MessageCommands(provider, key, keys));
        worker.start();
        return new MessagesWorker(outbox, keys, worker);
    }

    /** Why it does not work; empty where it does. A provider that is away is no trouble of this process. */
    public List<String> troubles() {
        return worker.ready()
                ? List.of()
                : List.of(worker.failure()
                        .map(failure -> "messages failed with " + failure)
                        .orElse("messages is not in its group"));
    }

    @Override
    public void close() {
        worker.close();
        keys.close();
        outbox.close();
    }
}
