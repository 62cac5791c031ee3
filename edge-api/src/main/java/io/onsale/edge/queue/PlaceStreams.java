package io.onsale.edge.queue;

import io.javalin.http.Context;
import io.onsale.edge.auth.QueueTokens.Place;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.http.Traces;
import io.onsale.edge.queue.Bells.Bell;
import io.onsale.edge.queue.SaleGlances.Glance;
import io.onsale.edge.reads.EventStreams;
import io.onsale.edge.streams.ServerSentEvent;
import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.edge.views.queue.Shopper;
import io.onsale.edge.views.queue.Standing;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Tells fans how their places stand, for as long as they listen.
 *
 * <p>Each stream is told at most once a second, and an edge tells at most so many in a second altogether: the more listen, the less often each is told.
 * What cannot wait, being let in or sent away, is told at once; what is news for everybody, a draw, a pause, or that something is sold out, as fast as that
 * allows.
 */
final class PlaceStreams implements AutoCloseable {
    private static final int MOST_LISTENERS = 50_000;
    private static final int TOLD_PER_SECOND = 5_000;
    private static final long SHORTEST_PAUSE_MILLIS = 1_000;
    private static final long HEARTBEAT_NANOS = Duration.ofSeconds(15).toNanos();
    private static final long SALE_NANOS = Duration.ofSeconds(5).toNanos();
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final int TOLD_PER_LOOK = (int)
            (TOLD_PER_SECOND * LOOK_EVERY.toMillis() / Duration.ofSeconds(1).toMillis());

    private final Bells bells;
    private final Calls calls;
    private final PlaceJson json;
    private final SaleGlances sales;
    private final Arrivals arrivals;
    private final CountDownLatch closing = new CountDownLatch(1);
    /** In turns that were nobody's call, since the last look. */
    private final AtomicInteger toldLately = new AtomicInteger();

    private final Thread watch;

    PlaceStreams(Bells bells, Calls calls, PlaceJson json, SaleGlances sales, Arrivals arrivals) {
        this.bells = bells;
        this.calls = calls;
        this.json = json;
        this.sales = sales;
        this.arrivals = arrivals;
        this.watch = Thread.ofPlatform().daemon().name("edge-queue-calls").start(this::look);
    }

    /** Answers with how a place stands, again and again, until the place is over or the listener gone. */
    void follow(Context ctx, QueueRoom room, Place place) throws IOException, InterruptedException {
        if (bells.size() >= MOST_LISTENERS) {
            throw Problem.of(503, "overloaded", "Too many streams are open; ask for the status instead.")
                    .retryAfterSeconds(5)
                    .toException();
        }
        Bell bell = bells.hang(place.eventId(), place.sequence());
        QueueMetrics.STREAMS.inc();
        try {
            EventStreams.begin(ctx);
            new Listener(room, place, Traces.of(ctx), ctx.res().getOutputStream()).follow(bell);
        } finally {
            QueueMetrics.STREAMS.dec();
            bells.takeDown(place.eventId(), place.sequence(), bell);
        }
    }

    /** How long one who was told now is not told again, unless it cannot wait. */
    long pauseMillis() {
        long fair = 1_000L * bells.size() / TOLD_PER_SECOND;
        long pause = Math.max(SHORTEST_PAUSE_MILLIS, fair);
        // Whom one bell woke must not all be told in the same moment ever after.
        return pause + ThreadLocalRandom.current().nextLong(pause / 4);
    }

    private void look() {
        try {
            while (!closing.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                calls.look(TOLD_PER_LOOK - toldLately.getAndSet(0));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets everybody go. */
    @Override
    public void close() {
        closing.countDown();
        bells.ringAll();
        watch.interrupt();
    }

    /** An admission's token. */
    private record Pass(String admissionId, String token) {}

    /** One stream. */
    private final class Listener {
        private final QueueRoom room;
        private final Place place;
        private final String traceId;
        private final OutputStream out;
        private byte[] told = {};
        private @Nullable Glance sale;
        private @Nullable Pass pass;
        private long writtenAt;
        private long saleAt;

        Listener(QueueRoom room, Place place, String traceId, OutputStream out) {
            this.room = room;
            this.place = place;
            this.traceId = traceId;
            this.out = out;
        }

        void follow(Bell bell) throws IOException, InterruptedException {
            boolean goesOn = true;
            boolean called = false;
            while (goesOn && !bell.isDismissed() && closing.getCount() > 0) {
                long begun = System.nanoTime();
                bell.telling(begun);
                goesOn = tellStatus();
                tellSale();
                beat();
                if (!called && writtenAt - begun > 0) {
                    toldLately.incrementAndGet();
                }
                called = goesOn && bell.await(pauseMillis());
            }
        }

        /** Tells how the place stands, if that is new; false where nothing will come any more. */
        private boolean tellStatus() throws IOException {
            Optional<String> token = room.standing(place.sequence()).flatMap(this::token);
            PlaceJson.Told status = json.now(room, place.sequence()).orElse(null);
            if (status == null) {
                return false;
            }
            token.filter(it -> status.isAdmitted())
                    .ifPresent(it -> status.json().put("admission_token", it));
            byte[] now = Json.bytes(status.json());
            if (!Arrays.equals(now, told)) {
                write(ServerSentEvent.of("status", Optional.of(Long.toString(status.version())), now));
                told = now;
            }
            return !status.isEnded();
        }

        private Optional<String> token(Standing standing) {
            return standing.shopper().flatMap(shopper -> token(standing, shopper));
        }

        /** Asked for once: two tokens of one admission differ, and each would be news. */
        private Optional<String> token(Standing standing, Shopper shopper) {
            if (pass == null || !pass.admissionId().equals(shopper.admissionId())) {
                pass = ask(standing)
                        .map(token -> new Pass(shopper.admissionId(), token))
                        .orElse(null);
            }
            return Optional.ofNullable(pass).map(Pass::token);
        }

        /** A problem cannot be told in the middle of a stream: the token comes with the next round. */
        private Optional<String> ask(Standing standing) {
            try {
                return arrivals.token(place, standing, traceId);
            } catch (ProblemException later) {
                return Optional.empty();
            }
        }

        private void tellSale() throws IOException {
            Glance now = sales.of(place.eventId()).orElse(null);
            if (now == null || (sale != null && now.version() == sale.version())) {
                return;
            }
            boolean urgent = sale == null || now.isWorseThan(sale);
            if (urgent || System.nanoTime() - saleAt > SALE_NANOS) {
                write(ServerSentEvent.of("sale", Optional.empty(), now.json()));
                sale = now;
                saleAt = System.nanoTime();
            }
        }

        private void beat() throws IOException {
            if (System.nanoTime() - writtenAt > HEARTBEAT_NANOS) {
                write(ServerSentEvent.HEARTBEAT);
            }
        }

        private void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
            QueueMetrics.PUSHES.inc();
            writtenAt = System.nanoTime();
        }
    }
}
