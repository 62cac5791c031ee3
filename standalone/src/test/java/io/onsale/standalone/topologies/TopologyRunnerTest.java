package io.onsale.standalone.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onsale.schemas.Topics;
import io.onsale.schemas.catalogue.BookingMode;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import io.onsale.schemas.catalogue.Row;
import io.onsale.schemas.catalogue.Section;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.inventory.HoldRefused;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.OpenShow;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.operations.DeadLetter;
import io.onsale.schemas.operations.Quarantine;
import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.standalone.run.Undecided;
import io.onsale.standalone.topologies.Floor.Committed;
import io.onsale.topologies.inventory.InventoryTopology;
import io.onsale.topologies.kit.QuarantineList;
import io.onsale.topologies.kit.RunnerSettings;
import io.onsale.topologies.kit.TopologyAssembly;
import io.onsale.topologies.kit.TopologyRunner;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyRunnerTest {

    private static final List<String> SHOWS = List.of("show-a", "show-b", "show-c", "show-d", "show-e", "show-f");

    @TempDir
    private static Path folder;

    private static Floor floor;
    private static QuarantineList quarantine;

    @BeforeAll
    static void lay() {
        floor = new Floor(folder);
        quarantine = QuarantineList.open(floor.bootstrapServers(), floor.serdes());
    }

    @AfterAll
    static void close() {
        quarantine.close();
        floor.close();
    }

    @Test
    void decidesOnceAcrossATakeoverThatRestoresEveryStore() throws InterruptedException {
        SHOWS.forEach(show -> floor.write(Topics.INVENTORY_COMMANDS, show, open()));
        TopologyRunner first = runner("first", "state-1", Floor.PARTITIONS);
        first.start();
        soon().until(first::ready);
        for (int seat = 1; seat <= 50; seat++) {
            holdInEveryShow("once-" + seat, seat);
        }

        // The same name on another disk, before the first has ended: it takes its place and has to restore every store.
        Thread end = Thread.ofPlatform().start(first::close);
        try (TopologyRunner second = runner("first", "state-2", Floor.PARTITIONS)) {
            second.start();
            assertThat(second.ready()).isFalse();
            for (int seat = 1; seat <= 100; seat++) {
                holdInEveryShow("again-" + seat, seat);
            }
            soon().until(second::ready);
            end.join();
            assertThat(first.ready()).isFalse();

            List<Committed<InventoryEvent>> events =
                    floor.committed(Topics.INVENTORY_EVENTS, event -> SHOWS.contains(event.key()), SHOWS.size() * 151);
            assertThat(count(events, SeatsHeld.class)).isEqualTo(SHOWS.size() * 100L);
            assertThat(count(events, HoldRefused.class)).isEqualTo(SHOWS.size() * 50L);
            assertThat(sequences(events))
                    .containsOnlyKeys(SHOWS)
                    .allSatisfy((show, sequences) -> assertThat(sequences)
                            .containsExactlyElementsOf(
                                    LongStream.rangeClosed(1, 151).boxed().toList()));
        }
    }

    @Test
    void putsAsideWhatItCannotReadHoweverLargeAndGoesOn() {
        String show = "show-with-garbage";
        byte[] garbage = "no record of ours".getBytes(StandardCharsets.UTF_8);
        byte[] huge = new byte[1_048_000];
        try (TopologyRunner runner = runner("first", "state-3", Floor.PARTITIONS)) {
            runner.start();
            floor.write(Topics.INVENTORY_COMMANDS, show, garbage);
            floor.write(Topics.INVENTORY_COMMANDS, show, huge);
            floor.write(Topics.INVENTORY_COMMANDS, show, open());

            assertThat(events(show, 1)).hasSize(1);
            assertThat(deadLetters(show, 2))
                    .extracting(letter -> letter.value().getValue())
                    .containsExactlyInAnyOrder(ByteBuffer.wrap(garbage), ByteBuffer.wrap(huge));
        }
    }

    @Test
    void standsAtARecordThatShowsABugUntilItIsQuarantined() throws Exception {
        String show = "show-with-a-bug";
        var definition = new PoisonedInventory(new InventoryTopology(ProcessKey.generate()), "poison");
        var topology = new TopologyAssembly(floor.serdes(), quarantine).build(definition);
        try (TopologyRunner runner =
                new TopologyRunner(topology, settings("first", "state-4", Floor.PARTITIONS), quarantine)) {
            runner.start();
            RecordMetadata sound = floor.write(Topics.INVENTORY_COMMANDS, show, open());
            events(show, 1);
            RecordMetadata poison = floor.write(Topics.INVENTORY_COMMANDS, show, hold("poison", 1));
            floor.write(Topics.INVENTORY_COMMANDS, show, hold("after", 1));

            String place = poison.topic() + "/" + poison.partition() + "/" + poison.offset();
            soon().until(() -> runner.status().equals("stopped at " + place));
            assertThat(runner.ready()).isFalse();
            assertThat(events(show, 1)).hasSize(1);
            assertThat(objection(poison, 0)).isEmpty();
            assertThat(objection(sound, 0))
                    .hasValueSatisfying(why -> assertThat(why).contains("has decided it"));
            assertThat(objection(poison, 100)).contains("there is no such record yet");

            Quarantine order =
                    new Quarantine(poison.topic(), poison.partition(), poison.offset(), "found out why", Instant.now());
            floor.write(Topics.QUARANTINE, place, order);

            soon().until(runner::ready);
            assertThat(events(show, 2)).hasSize(2);
            assertThat(deadLetters(show, 1))
                    .extracting(letter -> letter.value().getReason())
                    .containsExactly("quarantined: found out why");
        }
    }

    @Test
    void isStartedAnewOnceItsHostsClockIsSetBack() {
        String show = "show-of-a-host-that-is-set";
        AtomicLong set = new AtomicLong();
        InstantSource host = () -> Instant.now().plusMillis(set.get());
        var topology =
                new TopologyAssembly(floor.serdes(), quarantine).build(new InventoryTopology(ProcessKey.generate()));
        try (TopologyRunner runner =
                new TopologyRunner(topology, settings("first", "state-5", Floor.PARTITIONS), quarantine, host)) {
            runner.start();
            soon().until(runner::ready);

            set.set(-Duration.ofHours(1).toMillis());

            soon().pollInterval(Duration.ofMillis(10)).until(() -> !runner.ready());
            soon().until(runner::ready);
            floor.write(Topics.INVENTORY_COMMANDS, show, open());
            assertThat(events(show, 1)).hasSize(1);
        }
    }

    @Test
    void isNotReadyWhileNoBrokerAnswersAndEndsAllTheSame() {
        var topology =
                new TopologyAssembly(floor.serdes(), quarantine).build(new InventoryTopology(ProcessKey.generate()));
        var settings = new RunnerSettings(
                "127.0.0.1:1", folder.resolve("nowhere"), "one", 1, 0, 1, RunnerSettings.COMMIT_INTERVAL);
        try (TopologyRunner runner = new TopologyRunner(topology, settings, quarantine)) {
            runner.start();

            assertThat(runner.ready()).isFalse();
            assertThat(runner.status()).contains("0 of 0 tasks at work");
        }
    }

    private Optional<String> objection(RecordMetadata place, int further) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", floor.bootstrapServers()))) {
            return new Undecided(admin)
                    .objection(new TopicPartition(place.topic(), place.partition()), place.offset() + further);
        }
    }

    private void holdInEveryShow(String id, int seat) {
        SHOWS.forEach(show -> floor.write(Topics.INVENTORY_COMMANDS, show, hold(show + id, seat)));
    }

    private TopologyRunner runner(String instance, String state, int tasks) {
        var topology =
                new TopologyAssembly(floor.serdes(), quarantine).build(new InventoryTopology(ProcessKey.generate()));
        return new TopologyRunner(topology, settings(instance, state, tasks), quarantine);
    }

    private RunnerSettings settings(String instance, String state, int tasks) {
        return new RunnerSettings(
                floor.bootstrapServers(), folder.resolve(state), instance, 1, tasks, 1, RunnerSettings.COMMIT_INTERVAL);
    }

    private static InventoryCommand open() {
        EventDefinition definition = EventDefinition.newBuilder()
                .setTitle("A show")
                .setCategory("concert")
                .setRegion("Seoul")
                .setOrganizerId("organizer")
                .setCurrency("KRW")
                .setTicketLimit(1)
                .setHoldSeconds(3600)
                .setOnSaleAt(Instant.EPOCH)
                .setPerformances(List.of(new Performance(
                        "n1", Instant.parse("2100-01-01T19:00:00Z"), "Night", 1, PerformanceStatus.SCHEDULED)))
                .setSections(List.of(new Section(
                        "A",
                        BookingMode.SEAT,
                        "R",
                        100_000L,
                        List.of(new Row("1", 200)),
                        Map.of(),
                        0,
                        List.of(),
                        null)))
                .build();
        return command("open", "system", new OpenShow(definition));
    }

    private static InventoryCommand hold(String id, int seat) {
        return command(
                id,
                "fan of " + id,
                new HoldSeats(
                        id,
                        "fan of " + id,
                        null,
                        null,
                        List.of("A-1-" + seat),
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

    private static InventoryCommand command(String id, String actor, SpecificRecord body) {
        return new InventoryCommand(
                new CommandEnvelope(id, null, "trace", new Actor(ActorKind.FAN, actor), Instant.EPOCH, null), body);
    }

    private static List<Committed<InventoryEvent>> events(String show, int expected) {
        return floor.committed(Topics.INVENTORY_EVENTS, event -> event.key().equals(show), expected);
    }

    private static List<Committed<DeadLetter>> deadLetters(String show, int expected) {
        ByteBuffer key = ByteBuffer.wrap(show.getBytes(StandardCharsets.UTF_8));
        return floor.committed(
                Topics.INVENTORY_DEAD_LETTERS,
                letter -> key.equals(letter.value().getKey()),
                expected);
    }

    private static long count(List<Committed<InventoryEvent>> events, Class<?> body) {
        return events.stream()
                .filter(event -> body.isInstance(event.value().getBody()))
                .count();
    }

    private static Map<String, List<Long>> sequences(List<Committed<InventoryEvent>> events) {
        return events.stream()
                .collect(Collectors.groupingBy(
                        Committed::key,
                        Collectors.mapping(event -> event.value().getEnvelope().getSequence(), Collectors.toList())));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
    }
}
