package io.onsale.benchmarks.queue;

import io.onsale.edge.log.BrokerClock;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Commands.Request;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.log.KafkaCommandLog;
import io.onsale.edge.log.Schemas;
import io.onsale.edge.queue.JoinBatches;
import io.onsale.edge.views.Tail;
import io.onsale.edge.views.TailConsumers;
import io.onsale.edge.views.View;
import io.onsale.schemas.Topic;
import io.onsale.schemas.Topics;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.Registration;
import io.onsale.standalone.Endpoints;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;

/** What an edge has of the log, without HTTP and tokens: the same batches of joins, the same commands and replies, the same tails. */
final class LogAccess implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final int MOST_IN_FLIGHT = 50_000;
    private static final String ROUTE = "bench";
    private static final byte[] NO_BODY = {};

    private final String kafka;
    private final SchemaRegistryClient registry;
    private final Schemas schemas;
    private final KafkaCommandLog log;
    private final Commands commands;
    private final JoinBatches batches;

    LogAccess(Endpoints system) {
        this.kafka = system.kafka();
        this.registry = new SchemaRegistryClient(RegistrySettings.of(system.registry()));
        this.schemas = new Schemas(registry, Registration.REGISTER);
        this.log = new KafkaCommandLog(
                UUID.randomUUID().toString(),
                kafka,
                schemas,
                List.of(Topics.ADMISSION_COMMANDS, Topics.INVENTORY_COMMANDS),
                MOST_IN_FLIGHT,
                DEADLINE,
                new BrokerClock(Clock.systemUTC()));
        this.commands = new Commands(log, ProcessKey.generate(), Clock.systemUTC());
        this.batches = new JoinBatches(commands);
        while (!log.missing().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    JoinBatches batches() {
        return batches;
    }

    /** Asks admission for a decision in a fan's name. */
    CompletableFuture<AdmissionReply> ask(String eventId, String fanId, Object command) {
        return commands.begin(
                by(fanId), Exchange.ADMISSION, eventId, envelope -> new AdmissionCommand(envelope, command));
    }

    /** Asks inventory for places in a fan's name. */
    CompletableFuture<InventoryReply> hold(String eventId, HoldSeats hold) {
        return commands.begin(
                by(hold.getFanId()), Exchange.INVENTORY, eventId, envelope -> new InventoryCommand(envelope, hold));
    }

    private static Request by(String fanId) {
        return new Request(ROUTE, new Actor(ActorKind.FAN, fanId), ROUTE, Optional.empty(), NO_BODY);
    }

    /** Reads all of admission's events from the beginning, and then whatever comes; the caller closes it. */
    Tail<AdmissionEvent> tail(View<AdmissionEvent> view) {
        return tail(Topics.ADMISSION_EVENTS, AdmissionEvent.class, view);
    }

    /** Reads all of inventory's events in the same way. */
    Tail<InventoryEvent> inventoryTail(View<InventoryEvent> view) {
        return tail(Topics.INVENTORY_EVENTS, InventoryEvent.class, view);
    }

    private <V extends SpecificRecord> Tail<V> tail(Topic<V> topic, Class<V> type, View<V> view) {
        return new Tail<>(
                        topic,
                        new TailConsumers(kafka),
                        schemas.serdes().of(type).deserializer(),
                        view)
                .start();
    }

    /** A tail that stopped has told too little for a figure. */
    static void requireWhole(Tail<?> tail) {
        tail.failure().ifPresent(place -> {
            throw new IllegalStateException("events were followed only up to " + place);
        });
    }

    @Override
    public void close() {
        batches.close();
        log.close();
        registry.close();
    }
}
