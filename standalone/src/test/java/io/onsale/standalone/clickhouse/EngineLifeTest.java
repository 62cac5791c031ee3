package io.onsale.standalone.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, crashing, coming back and stopping, with nothing acknowledged lost on the way. */
class EngineLifeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path data;

    @Test
    void comesBackAfterACrashWithTheSameAddressPasswordsAndRows() throws Exception {
        try (ClickHouseEngine engine = start(0);
                HttpClickHouse clickHouse = new HttpClickHouse(engine)) {
            clickHouse.ask("CREATE TABLE kept (a UInt64) ENGINE = MergeTree ORDER BY a");
            clickHouse.ask("INSERT INTO kept SELECT number FROM numbers(100000)");
            String url = engine.url();
            long first = engine.processId();

            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(() -> assertThat(clickHouse.ask("SELECT count() FROM kept"))
                            .isEqualTo("100000"));
            assertThat(engine.url()).isEqualTo(url);
            assertThat(engine.processId()).isNotEqualTo(first);
        }
    }

    @Test
    void keepsItsDataOverACleanStop() throws Exception {
        long process;
        try (ClickHouseEngine engine = start(0);
                HttpClickHouse clickHouse = new HttpClickHouse(engine)) {
            clickHouse.ask("CREATE TABLE kept (a UInt64) ENGINE = MergeTree ORDER BY a");
            clickHouse.write("1\n2\n", Map.of("query", "INSERT INTO kept FORMAT TSV"));
            process = engine.processId();
        }
        assertThat(ProcessHandle.of(process)).isEmpty();
        try (ClickHouseEngine engine = start(0);
                HttpClickHouse clickHouse = new HttpClickHouse(engine)) {
            assertThat(clickHouse.ask("SELECT sum(a) FROM kept")).isEqualTo("3");
        }
    }

    @Test
    void takesARetriedInsertOnceInTheTableAndInItsView() throws Exception {
        try (ClickHouseEngine engine = start(0);
                HttpClickHouse clickHouse = new HttpClickHouse(engine)) {
            clickHouse.ask("CREATE TABLE raw (a UInt64) ENGINE = MergeTree ORDER BY a"
                    + " SETTINGS non_replicated_deduplication_window = 10000");
            clickHouse.ask("CREATE TABLE seen (n UInt64) ENGINE = MergeTree ORDER BY n"
                    + " SETTINGS non_replicated_deduplication_window = 10000");
            clickHouse.ask("CREATE MATERIALIZED VIEW counting TO seen AS SELECT count() AS n FROM raw");
            insertWithToken(clickHouse);
            ProcessHandle.of(engine.processId()).orElseThrow().destroyForcibly();
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> insertWithToken(clickHouse));
            assertThat(clickHouse.ask("SELECT (SELECT count() FROM raw), (SELECT sum(n) FROM seen)"))
                    .isEqualTo("10\t10");
        }
    }

    @Test
    void saysWhichPortIsBusy() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(busy.getLocalPort()).close())
                    .isInstanceOf(EngineUnavailableException.class)
                    .hasMessageContaining("port " + busy.getLocalPort())
                    .hasMessageContaining("in use");
        }
    }

    @Test
    void saysThatAnotherProcessHasTheData() {
        try (ClickHouseEngine engine = start(0)) {
            assertThat(engine.processId()).isPositive();
            assertThatThrownBy(() -> start(0).close())
                    .isInstanceOf(EngineUnavailableException.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining("in use by another");
        }
    }

    @Test
    void saysWhyTheDataDirectoryCannotBeUsed() throws IOException {
        Path file = Files.createFile(data.resolve("a-file"));
        assertThatThrownBy(() -> ClickHouseEngine.start(EngineOptions.at(file, 0), line -> {})
                        .close())
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("FileAlreadyExists")
                .hasMessageContaining("CLICKHOUSE_URL");
    }

    @Test
    void tellsItsPasswordsToNobody() throws IOException {
        try (ClickHouseEngine engine = start(0)) {
            Path process = Path.of("/proc", String.valueOf(engine.processId()));
            String visible =
                    Files.readString(process.resolve("cmdline")) + Files.readString(process.resolve("environ"));
            assertThat(visible + engine.writer() + engine.reader())
                    .contains("EngineMain")
                    .doesNotContain(engine.writer().password())
                    .doesNotContain(engine.reader().password());
        }
    }

    @Test
    void finishesWhatItIsDoingBeforeItStops() throws Exception {
        CompletableFuture<String> answer;
        try (ClickHouseEngine engine = start(0)) {
            HttpClickHouse clickHouse = new HttpClickHouse(engine);
            clickHouse.ask("CREATE TABLE slow (a UInt64) ENGINE = MergeTree ORDER BY a");
            answer = clickHouse.askLater("INSERT INTO slow SELECT sleepEachRow(0.1) FROM numbers(10)");
            await().atMost(PATIENCE)
                    .until(() -> clickHouse
                            .ask("SELECT count() FROM system.processes WHERE query LIKE 'INSERT INTO slow%'")
                            .equals("1"));
        }
        assertThat(answer.get(1, TimeUnit.SECONDS)).isEmpty();
        try (ClickHouseEngine engine = start(0);
                HttpClickHouse clickHouse = new HttpClickHouse(engine)) {
            assertThat(clickHouse.ask("SELECT count() FROM slow")).isEqualTo("10");
        }
    }

    private static boolean insertWithToken(HttpClickHouse clickHouse) throws IOException, InterruptedException {
        return clickHouse
                        .write(
                                "INSERT INTO raw FORMAT CSV\n0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n",
                                Map.of("insert_deduplication_token", "raw-topic-0-1-10", "async_insert", "0"))
                        .statusCode()
                == 200;
    }

    private ClickHouseEngine start(int port) {
        return ClickHouseEngine.start(EngineOptions.at(data, port), System.err::println);
    }
}
