package io.onsale.benchmarks.holds;

import io.onsale.benchmarks.BenchSystem;
import io.onsale.benchmarks.load.Target;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.log.BrokerClock;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.log.KafkaCommandLog;
import io.onsale.edge.log.Schemas;
import io.onsale.schemas.Topics;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.Idempotency;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.Registration;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/** Holds written to the log and answered from it: what an edge does, without HTTP and tokens. */
final class HoldsThroughLog implements Target {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final ByteBuffer DIGEST = ByteBuffer.wrap(new byte[32]);

    private final SchemaRegistryClient registry;
    private final KafkaCommandLog log;
    private final Buyers buyers;

    HoldsThroughLog(BenchSystem system, Buyers buyers, int inFlight) throws InterruptedException {
        this.registry = system.registry();
        this.buyers = buyers;
        this.log = new KafkaCommandLog(
                UUID.randomUUID().toString(),
                system.endpoints().kafka(),
                new Schemas(registry, Registration.REGISTER),
                List.of(Topics.INVENTORY_COMMANDS),
                inFlight * 2,
                DEADLINE,
                new BrokerClock(Clock.systemUTC()));
        while (!log.missing().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public String request() throws IOException {
        InventoryCommand command = command(buyers.next());
        try {
            Object outcome = log.ask(
                            Exchange.INVENTORY,
                            buyers.show().eventId(),
                            command.getEnvelope().getCommandId(),
                            command)
                    .get()
                    .getOutcome();
            return outcome instanceof SeatsHeld ? HoldsLoad.HELD : "refused";
        } catch (ExecutionException | ProblemException unanswered) {
            throw new IOException(unanswered);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private InventoryCommand command(Buyers.Wish wish) {
        String id = UUID.randomUUID().toString();
        CommandEnvelope envelope = new CommandEnvelope(
                id,
                null,
                id,
                new Actor(ActorKind.FAN, wish.fan()),
                Instant.now(),
                new Idempotency("POST /api/tickets/reserve", id, DIGEST.duplicate()));
        BenchShow show = buyers.show();
        String hold = show.eventId() + "." + id;
        return new InventoryCommand(
                envelope,
                new HoldSeats(
                        hold,
                        wish.fan(),
                        null,
                        null,
                        List.of(wish.seat()),
                        0,
                        false,
                        true,
                        List.of(),
                        null,
                        true,
                        null,
                        null,
                        null));
    }

    /** Shared by all clients of a run: closed once, by whoever made it. */
    void closeLog() {
        log.close();
        registry.close();
    }
}
