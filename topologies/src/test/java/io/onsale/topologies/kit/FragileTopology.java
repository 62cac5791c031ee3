package io.onsale.topologies.kit;

import io.onsale.schemas.Topics;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.journeys.JourneyCommand;
import io.onsale.schemas.journeys.JourneyEvent;
import io.onsale.schemas.journeys.JourneyStep;
import io.onsale.schemas.journeys.RecordSteps;
import io.onsale.schemas.journeys.StepReached;
import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A topology that lets what a command says happen, unless the command is one of those that break its decider or its books. */
final class FragileTopology
        implements DeciderTopology<JourneyCommand, JourneyEvent, InventoryReply, String, String, String> {

    static final String BREAKS_THE_DECIDER = "breaks the decider";
    static final String BREAKS_THE_BOOKS = "breaks the books";
    static final String CANNOT_BE_WRITTEN = "cannot be written";

    private static final DeciderIo<JourneyCommand, JourneyEvent, InventoryReply> IO = new DeciderIo<>(
            "fragile",
            "step",
            Topics.JOURNEY_COMMANDS,
            Topics.JOURNEY_EVENTS,
            Optional.empty(),
            List.of(),
            Topics.JOURNEY_DEAD_LETTERS);

    private final OnBug onBug;

    FragileTopology(OnBug onBug) {
        this.onBug = onBug;
    }

    static JourneyCommand command(String id, String says) {
        return new JourneyCommand(
                new CommandEnvelope(id, null, "trace", new Actor(ActorKind.ANONYMOUS, "somebody"), Instant.EPOCH, null),
                new RecordSteps("session", null, says, "phone", List.of()));
    }

    @Override
    public DeciderIo<JourneyCommand, JourneyEvent, InventoryReply> io() {
        return IO;
    }

    @Override
    public Protocol<JourneyCommand, JourneyEvent, String, String> protocol() {
        return new Protocol<>() {
            @Override
            public CommandEnvelope envelope(JourneyCommand command) {
                return command.getEnvelope();
            }

            @Override
            public String command(JourneyCommand command) {
                return ((RecordSteps) command.getBody()).getChannel();
            }

            @Override
            public JourneyEvent event(EventEnvelope envelope, String event) {
                // A record without a body is one that Avro refuses to write.
                return event.equals(CANNOT_BE_WRITTEN)
                        ? new JourneyEvent(envelope, "no such branch")
                        : new JourneyEvent(
                                envelope, new StepReached("session", null, JourneyStep.VISIT, null, event, "phone"));
            }
        };
    }

    @Override
    public Optional<Answers<InventoryReply, String>> answers() {
        return Optional.empty();
    }

    @Override
    public Decider<String, String, String> decider() {
        return new Decider<>() {
            @Override
            public List<String> due(String view, String command, Instant at) {
                return List.of();
            }

            @Override
            public Decision<String> decide(String view, String command, Instant at) {
                if (command.equals(BREAKS_THE_DECIDER)) {
                    throw new IllegalStateException("a bug of ours");
                }
                return Decision.silently(List.of("first", command));
            }
        };
    }

    @Override
    public List<RowKind<?>> rows() {
        return List.of();
    }

    @Override
    public Opened<JourneyCommand, String, String> open(Tables tables) {
        return new Opened<>(
                new Books<>() {
                    @Override
                    public String view(String key) {
                        return key;
                    }

                    @Override
                    public void apply(String key, String event, Instant at) {
                        if (event.equals(BREAKS_THE_BOOKS)) {
                            throw new IllegalStateException("another bug of ours");
                        }
                    }
                },
                Alarms.none(),
                List.of());
    }

    @Override
    public OnBug onBug() {
        return onBug;
    }
}
