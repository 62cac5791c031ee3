package io.onsale.standalone.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onsale.schemas.Topics;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.inventory.HoldRefused;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.ShowClosed;
import io.onsale.schemas.journeys.JourneyEvent;
import io.onsale.schemas.journeys.JourneyStep;
import io.onsale.schemas.journeys.StepReached;
import io.onsale.schemas.serde.AvroSerdes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/** Writes events in transactions, as a topology does. */
final class EventWriter implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final Serializer<InventoryEvent> inventory;
    private final Serializer<JourneyEvent> journeys;
    private int written;

    EventWriter(String bootstrapServers, AvroSerdes serdes) {
        inventory = serdes.of(InventoryEvent.class).serializer();
        journeys = serdes.of(JourneyEvent.class).serializer();
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        UUID.randomUUID().toString()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** Commits some events of several kinds on several keys. */
    void commit(int events) {
        producer.beginTransaction();
        write(events);
        producer.commitTransaction();
    }

    void abort(int events) {
        producer.beginTransaction();
        write(events);
        producer.flush();
        producer.abortTransaction();
    }

    void commitGarbage(String text) {
        producer.beginTransaction();
        send(Topics.INVENTORY_EVENTS.name(), "show-0", text.getBytes(UTF_8));
        producer.commitTransaction();
    }

    private void write(int events) {
        for (int event = 0; event < events; event++) {
            int number = written++;
            String show = "show-" + number % 7;
            switch (number % 4) {
                case 0 -> write(show, held(number));
                case 1 -> write(show, refused(number));
                case 2 -> write(show, new ShowClosed());
                default -> visit(number);
            }
        }
    }

    private void write(String show, Object body) {
        String topic = Topics.INVENTORY_EVENTS.name();
        send(topic, show, inventory.serialize(topic, new InventoryEvent(envelope(), body)));
    }

    private void visit(int session) {
        String topic = Topics.JOURNEY_EVENTS.name();
        StepReached step = new StepReached("session-" + session, null, JourneyStep.VISIT, null, "web", "phone");
        send(topic, "session-" + session, journeys.serialize(topic, new JourneyEvent(envelope(), step)));
    }

    private void send(String topic, String key, byte[] value) {
        // The end of the transaction tells whether it arrived.
        var unused = producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), value));
    }

    private static SeatsHeld held(int number) {
        List<PricedSeat> seats = List.of(
                new PricedSeat("A-1-" + number, "A", "1", number, "VIP", 100L),
                new PricedSeat("A-2-" + number, "A", "2", number, "VIP", 50L));
        return new SeatsHeld(
                "hold-" + number,
                "fan-" + number,
                "night",
                seats,
                "KRW",
                150L,
                "base",
                Instant.EPOCH,
                List.of(),
                0L,
                0L,
                null,
                null,
                null);
    }

    private static HoldRefused refused(int number) {
        return new HoldRefused(
                "hold-" + number, "fan-" + number, new Refusal("seat_taken", "taken", List.of(), List.of()), List.of());
    }

    private EventEnvelope envelope() {
        return new EventEnvelope(
                "c" + written + "#0", "c" + written, "t", new Actor(ActorKind.FAN, "fan"), Instant.now(), 1L);
    }

    @Override
    public void close() {
        producer.close();
    }
}
