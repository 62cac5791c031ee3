package io.onsale.standalone.crowd;

import io.onsale.ml.behaviour.FanBehaviour;
import io.onsale.ml.behaviour.Pace;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Lets every fan of a crowd go its own way and watches them. */
public final class Crowd {

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(7);

    private final CrowdSettings settings;
    private final CrowdShow show;
    private final FanTokens tokens;
    private final CrowdJournal journal;
    private final CrowdCounts counts;
    private final CountDownLatch over = new CountDownLatch(1);

    private Crowd(CrowdSettings settings, CrowdShow show, FanTokens tokens, CrowdJournal journal) {
        this.settings = settings;
        this.show = show;
        this.tokens = tokens;
        this.journal = journal;
        this.counts = new CrowdCounts(settings.fans(), settings.seats());
    }

    /**
     * Sends the crowd and waits until all are through, what they held has expired, or the cap is reached.
     *
     * @param progress told about once a second
     */
    public static CrowdReport run(
            CrowdSettings settings,
            CrowdShow show,
            FanTokens tokens,
            CrowdJournal journal,
            Consumer<CrowdProgress> progress) {
        return new Crowd(settings, show, tokens, journal).run(progress);
    }

    private CrowdReport run(Consumer<CrowdProgress> progress) {
        try (LineWatch room = new LineWatch(show, settings.edges());
                EdgeClient client = new EdgeClient(settings.edges(), ANSWER_TIMEOUT)) {
            send(client, room, progress);
            return counts.report(show.eventId(), room.report());
        }
    }

    /** Ends when every fan has, also those who are sent home. */
    private void send(EdgeClient client, LineWatch room, Consumer<CrowdProgress> progress) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < settings.fans(); number++) {
                int fan = number;
                threads.execute(() -> counts.ended(visit(client, fan)));
            }
            threads.shutdown();
            watch(threads, room, progress);
            over.countDown();
        }
    }

    private void watch(ExecutorService threads, LineWatch room, Consumer<CrowdProgress> progress) {
        long sendHome = System.nanoTime() + settings.cap().toNanos();
        try {
            while (!threads.awaitTermination(1, TimeUnit.SECONDS) && System.nanoTime() < sendHome) {
                progress.accept(counts.progress(room.look()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FanOutcome visit(EdgeClient client, int number) {
        FanBehaviour behaviour = FanBehaviour.of(settings.seed(), number, new Pace(settings.speed()));
        if (!pause(behaviour.arrival(settings.arrivals()))) {
            return FanOutcome.SENT_HOME;
        }
        String fan = UUID.randomUUID().toString();
        Line line = new Line(client, counts, journal, this::pause, behaviour::beforeRetry, number);
        String token = tokens.of(fan);
        Shopper shopper = new Shopper(line, show, tokens.account(fan), token);
        Optional<InLine> inLine = show.roomToken()
                .map(room -> new Place(line, show.eventId(), tokens.account(fan), token))
                .map(place -> new InLine(behaviour, place, shopper, counts, this::pause));
        return new Fan(behaviour, shopper, show, inLine, counts, this::pause).visits();
    }

    private boolean pause(Duration duration) {
        try {
            return !over.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
