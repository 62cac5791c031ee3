package io.onsale.benchmarks;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Watches how late events are visible in ClickHouse.
 *
 * <p>It asks again and again which offset of each partition is visible. An event became visible between the last answer without it and the
 * first with it; its lag counts to the latter, so it is measured too long by one interval at most, never too short.
 */
final class Visibility {

    private static final Duration INTERVAL = Duration.ofMillis(50);

    /** Up to which offset a partition was visible at an instant. */
    private record Seen(long millis, int partition, long offset) {}

    private final ClickHouseClient client;
    private final List<Seen> seen = new ArrayList<>();
    private final Thread watcher =
            Thread.ofPlatform().daemon().name("visibility").unstarted(this::look);
    private volatile boolean stopping;

    private Visibility(ClickHouseClient client) {
        this.client = client;
    }

    static Visibility watch(ClickHouseClient client) {
        Visibility visibility = new Visibility(client);
        visibility.watcher.start();
        return visibility;
    }

    /** Lags of all events of inventory. */
    record Lags(Histogram millis) {

        String text() {
            return "visible in ClickHouse    %,d events          p50 %7d ms   p99 %7d ms   max %7d ms"
                    .formatted(
                            millis.getTotalCount(),
                            millis.getValueAtPercentile(50),
                            millis.getValueAtPercentile(99),
                            millis.getMaxValue());
        }

        String json() {
            return "{\"name\":\"visible in ClickHouse\",\"events\":%d,\"p50_ms\":%d,\"p99_ms\":%d,\"max_ms\":%d}"
                    .formatted(
                            millis.getTotalCount(),
                            millis.getValueAtPercentile(50),
                            millis.getValueAtPercentile(99),
                            millis.getMaxValue());
        }
    }

    Lags stop() throws InterruptedException {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS))
                .join();
        stopping = true;
        watcher.join();
        Histogram lags = new Histogram(Duration.ofMinutes(10).toMillis(), 3);
        for (int i = 0; i < seen.size(); i++) {
            add(lags, seen.get(i), before(i));
        }
        return new Lags(lags);
    }

    private void look() {
        while (!stopping) {
            String answer = client.query("SELECT partition, max(offset) FROM onsale.events"
                    + " WHERE topic = 'onsale.inventory.events.v1' GROUP BY partition");
            long now = System.currentTimeMillis();
            answer.lines().filter(line -> !line.isEmpty()).forEach(line -> {
                String[] cells = line.split("\t", -1);
                seen.add(new Seen(now, Integer.parseInt(cells[0]), Long.parseLong(cells[1])));
            });
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
    }

    private long before(int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (seen.get(i).partition() == seen.get(index).partition()) {
                return seen.get(i).offset();
            }
        }
        return -1;
    }

    private void add(Histogram lags, Seen now, long before) {
        if (now.offset() == before) {
            return;
        }
        String instants = client.query("SELECT toUnixTimestamp64Milli(at) FROM onsale.events"
                + " WHERE topic = 'onsale.inventory.events.v1' AND partition = " + now.partition() + " AND offset > "
                + before
                + " AND offset <= " + now.offset());
        instants.lines()
                .filter(line -> !line.isEmpty())
                .forEach(at -> lags.recordValue(Math.max(0, now.millis() - Long.parseLong(at))));
    }
}
