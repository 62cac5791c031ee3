package io.onsale.standalone.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.clickhouse.ClickHouseSettings;
import io.onsale.analytics.clickhouse.ClickHouseUnavailableException;
import io.onsale.analytics.sink.AnalyticsSink;
import io.onsale.analytics.sink.BatchLimits;
import io.onsale.analytics.sink.ClickHouseInserter;
import io.onsale.analytics.sink.Inserter;
import io.onsale.analytics.sink.SinkSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong on the way, ClickHouse has what the log has. The tests share a log, which only makes each of them harder. */
class ExactlyOnceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    @TempDir
    private static Path folder;

    private static Backend backend;
    private EventWriter writer;

    @BeforeAll
    static void begin() {
        backend = new Backend(folder);
    }

    @AfterAll
    static void end() {
        backend.close();
    }

    @BeforeEach
    void write() {
        writer = new EventWriter(backend.broker.bootstrapServers(), backend.serdes());
    }

    @AfterEach
    void stopWriting() {
        writer.close();
    }

    @Test
    void storesCommittedEventsOfAllKindsAndNoAbortedOnes() {
        try (AnalyticsSink sink = backend.start(backend.inserter())) {
            writer.commit(300);
            writer.abort(200);
            writer.commitGarbage("no Avro at all");
            writer.commit(100);
            writer.abort(50);

            awaitExact();
            assertThat(sink.ready()).isTrue();
            assertThat(sink.failure()).isEmpty();
        }
        assertThat(backend.client.query(
                        "SELECT count(), any(key), max(length(body)) FROM onsale.events WHERE type = 'undecodable'"))
                .isEqualTo("1\tshow-0\t0");
        assertThat(
                        backend.client.query(
                                "SELECT total, seats, fan FROM onsale.holds WHERE type = 'SeatsHeld' AND hold_id = 'hold-0' LIMIT 1"))
                .isEqualTo("150\t['A-1-0','A-2-0']\t" + backend.pseudonyms.of("fan-0"));
    }

    @Test
    void storesOnceWhatIsInsertedTwice() {
        Inserter twice = (token, rows) -> {
            backend.inserter().insert(token, rows);
            backend.inserter().insert(token, rows);
        };
        try (AnalyticsSink sink = backend.start(twice)) {
            writer.commit(400);

            awaitExact();
            assertThat(sink.failure()).isEmpty();
        }
    }

    @Test
    void repeatsThePlanOfASinkThatDiedBeforeItsInsert() {
        writer.commit(400);
        untilItDies((token, rows) -> {
            throw new IllegalStateException("dies before the insert");
        });

        restartAndAwaitExact();
    }

    @Test
    void repeatsThePlanOfASinkThatDiedAfterItsInsert() {
        writer.commit(400);
        var inserts = new AtomicInteger();
        untilItDies((token, rows) -> {
            backend.inserter().insert(token, rows);
            if (inserts.incrementAndGet() >= 3) {
                throw new IllegalStateException("dies after the insert");
            }
        });
        // What it did not plan must not be mixed into what it did.
        writer.commit(400);

        restartAndAwaitExact();
    }

    @Test
    void goesOnBehindWhatIsStoredWhereTheBrokersHaveForgottenItsOffsets() throws Exception {
        writer.commit(400);
        restartAndAwaitExact();
        backend.forgetOffsets();
        writer.commit(100);
        SinkSettings otherBatches = backend.settings().withLimits(new BatchLimits(37, 1 << 20, Duration.ofMillis(50)));

        try (AnalyticsSink sink = backend.start(otherBatches, backend.inserter())) {
            awaitExact();
            assertThat(sink.failure()).isEmpty();
        }
    }

    @Test
    void startsAnewByItselfAfterAFailureThatNobodyForesaw() {
        var failures = new AtomicInteger();
        SinkSettings soonWell = backend.settings().withHealthyRun(Duration.ofSeconds(3));
        writer.commit(400);
        try (AnalyticsSink sink = backend.start(soonWell, (token, rows) -> {
            if (failures.incrementAndGet() <= 2) {
                throw new IllegalStateException("nobody foresaw this");
            }
            backend.inserter().insert(token, rows);
        })) {
            assertThat(await().atMost(PATIENCE).until(sink::failure, Optional::isPresent))
                    .hasValueSatisfying(failure -> assertThat(failure).hasMessage("nobody foresaw this"));
            awaitExact();
            await().atMost(PATIENCE).until(() -> sink.ready() && sink.failure().isEmpty());
        }
    }

    @Test
    void repeatsAnInsertWhoseAnswerWasLost() {
        var lost = new AtomicInteger();
        try (ClickHouseClient nowhere = nowhere();
                AnalyticsSink sink = backend.start((token, rows) -> {
                    backend.inserter().insert(token, rows);
                    if (lost.incrementAndGet() % 4 == 1) {
                        new ClickHouseInserter(nowhere).insert(token, rows);
                    }
                })) {
            writer.commit(400);

            awaitExact();
            assertThat(sink.failure()).isEmpty();
        }
    }

    @Test
    void sharesTheWorkWithSinksThatComeAndGo() {
        AnalyticsSink first = backend.start(backend.inserter());
        writer.commit(300);
        try (AnalyticsSink second = backend.start(backend.inserter())) {
            for (int batch = 0; batch < 10; batch++) {
                writer.commit(60);
            }
            await().atMost(PATIENCE).until(second::ready);
            writer.commit(300);
            first.close();
            writer.commit(300);

            awaitExact();
            assertThat(second.failure()).isEmpty();
        }
        assertThat(first.failure()).isEmpty();
    }

    @Test
    void letsASinkThatWasTakenForDeadDoNoHarm() throws Exception {
        var inserting = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        SinkSettings impatient = backend.settings().withConsumer(Map.of("max.poll.interval.ms", "500"));
        writer.commit(200);
        try (AnalyticsSink zombie = backend.start(impatient, (token, rows) -> {
            inserting.countDown();
            hold(released);
            backend.inserter().insert(token, rows);
        })) {
            assertThat(inserting.await(20, TimeUnit.SECONDS)).isTrue();
            try (AnalyticsSink successor = backend.start(backend.inserter())) {
                writer.commit(200);
                awaitExact();
                released.countDown();
                writer.commit(200);
                await().atMost(PATIENCE).until(zombie::ready);

                awaitExact();
                assertThat(successor.failure()).isEmpty();
            }
            assertThat(zombie.failure()).isEmpty();
        }
    }

    @Test
    void outlivesAKillOfClickHouse() {
        try (AnalyticsSink sink = backend.start(backend.inserter())) {
            for (int round = 0; round < 2; round++) {
                writer.commit(200);
                ProcessHandle.of(backend.engine.processId()).orElseThrow().destroyForcibly();
                writer.commit(200);
                awaitExact();
            }
            assertThat(sink.failure()).isEmpty();
        }
    }

    @Test
    void waitsForAClickHouseThatIsAwayAndCatchesUp() {
        var away = new AtomicBoolean(true);
        var attempts = new AtomicInteger();
        try (ClickHouseClient nowhere = nowhere();
                AnalyticsSink sink = backend.start((token, rows) -> {
                    attempts.incrementAndGet();
                    (away.get() ? new ClickHouseInserter(nowhere) : backend.inserter()).insert(token, rows);
                })) {
            writer.commit(500);
            await().atMost(PATIENCE).until(() -> attempts.get() >= 4);
            assertThat(sink.backingOff()).isTrue();
            assertThat(sink.ready()).isTrue();
            writer.commit(500);
            away.set(false);

            awaitExact();
            assertThat(sink.backingOff()).isFalse();
        }
    }

    @Test
    void waitsForARegistryThatIsAwayInsteadOfTakingEventsForGarbage() {
        String garbage = count("type = 'undecodable'");
        writer.commit(100);
        backend.stopRegistry();
        try (AnalyticsSink sink = backend.start(backend.inserter())) {
            await().atMost(PATIENCE).until(sink::backingOff);
            backend.startRegistry();

            awaitExact();
        }
        assertThat(count("type = 'undecodable'")).isEqualTo(garbage);
    }

    private static String count(String which) {
        return backend.client.query("SELECT count() FROM onsale.events WHERE " + which);
    }

    private void restartAndAwaitExact() {
        try (AnalyticsSink sink = backend.start(backend.inserter())) {
            awaitExact();
            assertThat(sink.failure()).isEmpty();
        }
    }

    private static void untilItDies(Inserter deadly) {
        try (AnalyticsSink sink = backend.start(deadly)) {
            await().atMost(PATIENCE).until(() -> sink.failure().isPresent() && !sink.ready());
        }
    }

    private static ClickHouseClient nowhere() {
        return new ClickHouseClient(ClickHouseSettings.of("http://127.0.0.1:1", "nobody", ""));
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitExact() {
        List<String> committed = CommittedLog.places(backend.broker.bootstrapServers());
        // Rows of views follow those of their table within one insert.
        await().atMost(PATIENCE)
                .ignoreException(ClickHouseUnavailableException.class)
                .untilAsserted(() -> {
                    assertThat(places("onsale.events", "1")).isEqualTo(committed);
                    assertThat(places("onsale.holds", "1"))
                            .isNotEmpty()
                            .isEqualTo(places("onsale.events", "type IN ('SeatsHeld', 'HoldRefused')"));
                    assertThat(places("onsale.journey_steps", "1"))
                            .isNotEmpty()
                            .isEqualTo(places("onsale.events", "type = 'StepReached'"));
                });
    }

    private static List<String> places(String table, String which) {
        String sql = """
                SELECT concat(topic, '/', toString(partition), '/', toString(offset)) AS place \
                FROM %s WHERE %s ORDER BY place""".formatted(table, which);
        return backend.client.query(sql).lines().toList();
    }
}
