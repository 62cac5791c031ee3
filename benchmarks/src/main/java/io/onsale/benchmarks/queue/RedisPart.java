package io.onsale.benchmarks.queue;

import io.onsale.benchmarks.load.Load;
import io.onsale.benchmarks.load.LoadRun;
import io.onsale.benchmarks.load.Measurement;
import io.onsale.benchmarks.load.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * The same joins and ranks by a sorted set in Redis: {@code ZADD NX} and {@code ZRANK}.
 *
 * <p>It does less: no draw, no limits of addresses and devices, no answer that names a place, and no record that could be read again.
 */
final class RedisPart {

    private static final String LINE = "line";
    private static final int BATCH = 500;
    private static final int READERS = 64;
    private static final int ONE_BY_ONE = 20_000;

    private final int joins;
    private final int readRate;
    private final Duration measured;
    private final String fsync;
    private final Consumer<Finding> printed;

    RedisPart(int joins, int readRate, Duration measured, String fsync, Consumer<Finding> printed) {
        this.joins = joins;
        this.readRate = readRate;
        this.measured = measured;
        this.fsync = fsync;
        this.printed = printed;
    }

    /** Beside our own figures, where those were measured before. */
    void run(OptionalDouble ourJoins, OptionalDouble ourReadP99) throws IOException, InterruptedException {
        try (RedisServer redis = new RedisServer(fsync)) {
            try (RespClient client = redis.client()) {
                oneByOne(client);
                client.ask("DEL", LINE);
                double cpu = redis.cpuSeconds();
                double rate = pipelined(client);
                Finding finding = Finding.of("Redis: joins by ZADD, pipelined")
                        .with("rate", "%,8.0f/s", rate)
                        .with("batch", "%d at a time", BATCH)
                        .with("cpu_seconds_per_1000", "CPU %.4f s per 1,000", (redis.cpuSeconds() - cpu) * 1000 / joins)
                        .with("settings", "appendonly yes, appendfsync " + fsync);
                ourJoins.ifPresent(ours -> finding.with("ratio", "ours %.2f times as many", ours / rate));
                printed.accept(finding);
            }
            ranks(redis, ourReadP99);
        }
    }

    private void oneByOne(RespClient client) throws IOException {
        int count = Math.min(joins, ONE_BY_ONE);
        long begin = System.nanoTime();
        for (int fan = 0; fan < count; fan++) {
            client.ask("ZADD", LINE, "NX", Integer.toString(fan), Fans.id(fan));
        }
        printed.accept(Finding.of("Redis: joins by ZADD, one by one")
                .with("rate", "%,8.0f/s on one connection", count / ((System.nanoTime() - begin) / 1e9))
                .with("settings", "appendonly yes, appendfsync " + fsync));
    }

    private double pipelined(RespClient client) throws IOException {
        long begin = System.nanoTime();
        for (int from = 0; from < joins; from += BATCH) {
            int to = Math.min(joins, from + BATCH);
            for (int fan = from; fan < to; fan++) {
                client.send("ZADD", LINE, "NX", Integer.toString(fan), Fans.id(fan));
            }
            client.flush();
            for (int fan = from; fan < to; fan++) {
                client.answer();
            }
        }
        return joins / ((System.nanoTime() - begin) / 1e9);
    }

    private void ranks(RedisServer redis, OptionalDouble ourReadP99) throws IOException, InterruptedException {
        try (RespClient client = redis.client()) {
            Random random = new Random(1);
            long begin = System.nanoTime();
            for (int from = 0; from < joins; from += BATCH) {
                for (int i = 0; i < BATCH; i++) {
                    client.send("ZRANK", LINE, Fans.id(random.nextInt(joins)));
                }
                client.flush();
                for (int i = 0; i < BATCH; i++) {
                    client.answer();
                }
            }
            printed.accept(Finding.of("Redis: ranks by ZRANK, pipelined")
                    .with("rate", "%,8.0f/s", joins / ((System.nanoTime() - begin) / 1e9))
                    .with("batch", "%d at a time", BATCH)
                    .with("waiting", "among %,d", joins));
        }
        Measurement at = LoadRun.of(
                new Load(READERS, readRate, Duration.ofSeconds(2), measured), client -> new Reader(redis, joins));
        Finding finding = Finding.of("Redis: ranks by ZRANK, one by one")
                .with("offered_rate", "at %,d/s", readRate)
                .with("rate", "%,.0f/s", at.rate(PositionReads.READ))
                .with("p50_ms", "p50 %.2f ms", at.millis(50))
                .with("p99_ms", "p99 %.2f ms, no HTTP and no token", at.millis(99));
        ourReadP99.ifPresent(
                ours -> finding.with("ratio", "ours through HTTP %.2f times as long", ours / at.millis(99)));
        printed.accept(finding);
    }

    /** One connection. */
    private static final class Reader implements Target {

        private final RespClient client;
        private final int fans;

        Reader(RedisServer redis, int fans) {
            this.fans = fans;
            try {
                this.client = redis.client();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String request() throws IOException {
            client.ask("ZRANK", LINE, Fans.id(ThreadLocalRandom.current().nextInt(fans)));
            return PositionReads.READ;
        }

        @Override
        public void close() {
            try {
                client.close();
            } catch (IOException gone) {
                // A connection that cannot be closed is closed.
            }
        }
    }
}
