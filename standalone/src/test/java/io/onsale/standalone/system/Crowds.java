package io.onsale.standalone.system;

import io.onsale.standalone.crowd.Crowd;
import io.onsale.standalone.crowd.CrowdJournal;
import io.onsale.standalone.crowd.CrowdReport;
import io.onsale.standalone.crowd.CrowdRoom;
import io.onsale.standalone.crowd.CrowdSettings;
import io.onsale.standalone.crowd.CrowdShow;
import io.onsale.standalone.crowd.FanTokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** One on-sale after another, each with a crowd of its own, until told that it is enough. */
final class Crowds implements AutoCloseable {

    private static final int FANS = 400;
    private static final int SEATS = 700;
    private static final Duration ARRIVALS = Duration.ofSeconds(40);
    private static final Duration CAP = Duration.ofSeconds(75);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final List<URI> edges;
    private final FanTokens tokens;
    private final CrowdJournal journal;
    private final AtomicLong before = new AtomicLong();
    private final AtomicLong holds = new AtomicLong();
    private final CompletableFuture<Void> sales;
    private volatile boolean enough;

    Crowds(List<URI> edges, FanTokens tokens, Path answers) {
        this.edges = edges;
        this.tokens = tokens;
        this.journal = CrowdJournal.open(answers);
        this.sales = CompletableFuture.runAsync(
                this::sell, task -> Thread.ofPlatform().name("crowds").daemon().start(task));
    }

    private void sell() {
        for (int sale = 1; !enough; sale++) {
            CrowdSettings settings = CrowdSettings.of(FANS, SEATS, edges)
                    .withSeed(sale)
                    .withTimes(ARRIVALS, CAP)
                    .withRoom(CrowdRoom.of(FANS));
            CrowdReport report =
                    Crowd.run(settings, open(settings), tokens, journal, now -> holds.set(before.get() + now.holds()));
            before.addAndGet(report.last().holds());
            System.out.println(report.text());
        }
    }

    /** An organizer too tries again while a part is down. */
    private CrowdShow open(CrowdSettings settings) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> CrowdShow.open(settings, journal), Objects::nonNull);
    }

    /** Waits until so many more holds were given: the crowd is buying, and all that it needs works again. */
    void awaitHolds(int more) {
        long wanted = holds.get() + more;
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> holds.get() >= wanted || sales.isCompletedExceptionally());
        if (sales.isCompletedExceptionally()) {
            sales.join();
        }
    }

    /** Lets the sale that is on come to its end; no other follows. */
    void end() throws InterruptedException, ExecutionException, TimeoutException {
        enough = true;
        sales.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        enough = true;
        journal.close();
    }
}
