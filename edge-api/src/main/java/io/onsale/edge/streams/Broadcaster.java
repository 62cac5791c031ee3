package io.onsale.edge.streams;

import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a channel for each thing that somebody listens to, and lets it say what is new, at most so often a second. */
public final class Broadcaster implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Broadcaster.class);
    private static final int MOST_LISTENERS = 20_000;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

    private final String name;
    private final Duration pace;
    private final Map<Object, Channel> channels = new ConcurrentHashMap<>();
    private final AtomicInteger listeners = new AtomicInteger();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread clock;
    private volatile boolean failed;

    /** A broadcaster whose channels say what is new so far apart. */
    public Broadcaster(String name, Duration pace) {
        this.name = name;
        this.pace = pace;
        this.clock = Thread.ofPlatform().daemon().name("broadcast-" + name).start(this::run);
    }

    /** What keeps the channels from saying what is new; nothing where they do. */
    public Optional<String> complaint() {
        return failed ? Optional.of("the streams of " + name + " stand still") : Optional.empty();
    }

    /**
     * Writes what is said about a thing until the listener is gone.
     *
     * @param about what to listen to; equal things share a channel
     * @param source makes the channel's source for its first listener
     */
    public void serve(Object about, Supplier<Source> source, Listener listener, OutputStream out)
            throws IOException, InterruptedException {
        if (listeners.incrementAndGet() > MOST_LISTENERS) {
            listeners.decrementAndGet();
            throw Problem.of(503, "overloaded", "Too many streams are open.")
                    .retryAfterSeconds(5)
                    .toException();
        }
        StreamMetrics.OPEN.inc();
        Channel channel = join(about, source);
        try {
            follow(channel, listener, out);
        } catch (ListenerGoneException gone) {
            StreamMetrics.DROPPED.labels(gone.reason().word()).inc();
        } finally {
            leave(about);
            StreamMetrics.OPEN.dec();
            listeners.decrementAndGet();
        }
    }

    private static void follow(Channel channel, Listener listener, OutputStream out)
            throws IOException, InterruptedException, ListenerGoneException {
        // The place in the channel is taken before the greeting, so that nothing falls between the two.
        long next = channel.end();
        long version = listener.welcome(out);
        out.flush();
        while (true) {
            Frame frame = channel.await(next, HEARTBEAT).orElse(null);
            if (frame == null) {
                write(out, ServerSentEvent.HEARTBEAT);
                continue;
            }
            next++;
            if (frame.isReset()) {
                write(out, frame.bytes());
                version = greetAgain(listener, out);
            } else if (frame.version() > version) {
                write(out, frame.bytes());
                version = frame.version();
            }
        }
    }

    private static long greetAgain(Listener listener, OutputStream out) throws IOException, ListenerGoneException {
        try {
            long version = listener.again(out);
            out.flush();
            return version;
        } catch (ProblemException refused) {
            // A problem cannot be told in the middle of a stream; the listener comes back and is told then.
            throw new ListenerGoneException(ListenerGoneException.Reason.REFUSED);
        }
    }

    private static void write(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    private Channel join(Object about, Supplier<Source> source) {
        Channel joined = channels.compute(about, (same, there) -> {
            Channel channel = there == null ? new Channel(source.get()) : there;
            channel.count(1);
            return channel;
        });
        if (closing.getCount() == 0) {
            joined.close();
        }
        return joined;
    }

    private void leave(Object about) {
        channels.computeIfPresent(about, Broadcaster::withoutOne);
    }

    private static @Nullable Channel withoutOne(Object about, Channel channel) {
        return channel.count(-1) == 0 ? null : channel;
    }

    private void run() {
        try {
            while (!closing.await(pace.toNanos(), TimeUnit.NANOSECONDS)) {
                channels.values().forEach(Broadcaster::tick);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Whatever ended this thread: listeners are let go, and sent to other instances.
            if (closing.getCount() > 0) {
                failed = true;
                closing.countDown();
                channels.values().forEach(Channel::close);
                log.atError().addKeyValue("streams", name).log("Streams stand still");
            }
        }
    }

    private static void tick(Channel channel) {
        try {
            channel.tick();
        } catch (RuntimeException e) {
            // One channel's defect must not silence the others: its listeners are let go and may come back.
            log.atError().setCause(e).log("A stream's source failed");
            channel.close();
        }
    }

    /** Lets all listeners go. */
    @Override
    public void close() {
        closing.countDown();
        channels.values().forEach(Channel::close);
        try {
            clock.join(PATIENCE_AT_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
