package io.onsale.standalone.system;

import io.onsale.schemas.Topics;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderEnded;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.PaymentReturned;
import io.onsale.schemas.checkout.RefundSettled;
import io.onsale.schemas.checkout.StrayPayment;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.schemas.serde.Registration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The log's account of the orders: which are still under way, and what was taken for each and not given back. */
final class OrderBooks implements AutoCloseable {

    private final SchemaRegistryClient registry;
    private final KafkaConsumer<String, CheckoutEvent> consumer;
    private final List<TopicPartition> partitions;
    private final Set<String> underWay = new TreeSet<>();
    private final Map<String, Long> kept = new TreeMap<>();

    OrderBooks(String bootstrapServers, RegistrySettings schemas) {
        registry = new SchemaRegistryClient(schemas);
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new AvroSerdes(registry, Registration.LOOK_UP)
                        .of(CheckoutEvent.class)
                        .deserializer());
        partitions = consumer.partitionsFor(Topics.CHECKOUT_EVENTS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Takes in what has come since. */
    OrderBooks read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            ConsumerRecords<String, CheckoutEvent> records = consumer.poll(Duration.ofMillis(200));
            records.forEach(this::see);
        }
        return this;
    }

    private void see(ConsumerRecord<String, CheckoutEvent> record) {
        String of = record.key() + "/";
        switch (record.value().getBody()) {
            case OrderPlaced placed -> underWay.add(of + placed.getOrderId());
            case OrderEnded ended -> underWay.remove(of + ended.getOrderId());
            case OrderConfirmed confirmed -> {
                underWay.remove(of + confirmed.getOrderId());
                kept.merge(of + confirmed.getOrderId(), confirmed.getCaptured(), Long::sum);
            }
            case RefundSettled refund -> kept.merge(of + refund.getOrderId(), -refund.getAmount(), Long::sum);
            case StrayPayment stray -> {
                underWay.add("stray " + stray.getPaymentId());
                kept.merge(of + stray.getOrderId(), stray.getCaptured() ? stray.getAmount() : 0, Long::sum);
            }
            case PaymentReturned back -> {
                underWay.remove("stray " + back.getPaymentId());
                kept.merge(of + back.getOrderId(), back.getCaptured() ? -back.getAmount() : 0, Long::sum);
            }
            default -> {}
        }
    }

    /** Orders that have come to no end yet, and strays that have not gone back. */
    Set<String> underWay() {
        return underWay;
    }

    /** What was taken and not given back, by event and order; nothing is left out but noughts. */
    Map<String, Long> kept() {
        Map<String, Long> amounts = new TreeMap<>(kept);
        amounts.values().removeIf(amount -> amount == 0);
        return amounts;
    }

    @Override
    public void close() {
        consumer.close();
        registry.close();
    }
}
