package io.onsale.edge.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BroadcasterTest {
    private final Broadcaster broadcaster = new Broadcaster("test", Duration.ofMillis(1));
    private final ConcurrentLinkedQueue<Frame> pending = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sources = new AtomicInteger();
    private final AtomicBoolean fatal = new AtomicBoolean();

    @AfterEach
    void close() {
        broadcaster.close();
    }

    @Test
    void greetsThenTellsTheNewsInOrder() {
        Reader reader = listen(5, new Reader());
        await().until(() -> reader.text().equals("welcome;"));

        publish(Frame.of(6, "six;".getBytes(UTF_8)), Frame.of(7, "seven;".getBytes(UTF_8)));

        await().untilAsserted(() -> assertThat(reader.text()).isEqualTo("welcome;six;seven;"));
    }

    @Test
    void leavesOutNewsThatTheGreetingAlreadyHad() {
        Reader reader = listen(7, new Reader());
        await().until(() -> reader.text().equals("welcome;"));

        publish(Frame.of(6, "six;".getBytes(UTF_8)), Frame.of(8, "eight;".getBytes(UTF_8)));

        await().untilAsserted(() -> assertThat(reader.text()).isEqualTo("welcome;eight;"));
    }

    @Test
    void beginsAnewAfterAReset() {
        Reader reader = listen(5, new Reader());
        await().until(() -> reader.text().equals("welcome;"));

        publish(Frame.reset(9, "reset;".getBytes(UTF_8)));

        await().untilAsserted(() -> assertThat(reader.text()).isEqualTo("welcome;reset;again;"));
    }

    @Test
    void listenersToOneThingShareItsSource() {
        Reader first = listen(0, new Reader());
        Reader second = listen(0, new Reader());
        await().until(() -> first.text().equals("welcome;") && second.text().equals("welcome;"));

        publish(Frame.of(1, "one;".getBytes(UTF_8)));

        await().untilAsserted(() -> assertThat(first.text()).isEqualTo("welcome;one;"));
        await().untilAsserted(() -> assertThat(second.text()).isEqualTo("welcome;one;"));
        assertThat(sources).hasValue(1);
    }

    @Test
    void dropsAListenerThatIsTooSlow() {
        Reader slow = listen(0, new Reader());
        await().until(() -> slow.text().equals("welcome;"));
        slow.block();
        publish(Frame.of(1, "one;".getBytes(UTF_8)));
        await().until(slow::isStuck);

        for (int version = 2; version < 400; version++) {
            publish(Frame.of(version, "more;".getBytes(UTF_8)));
        }
        await().until(pending::isEmpty);
        slow.unblock();

        await().until(slow::hasEnded);
        assertThat(slow.text()).doesNotContain("more;");
    }

    @Test
    void letsEveryoneGoWhenItCloses() {
        Reader reader = listen(0, new Reader());
        await().until(() -> reader.text().equals("welcome;"));

        broadcaster.close();

        await().until(reader::hasEnded);
    }

    @Test
    void aListenerThatComesTooLateIsLetGoAtOnce() {
        broadcaster.close();

        Reader reader = listen(0, new Reader());

        await().until(reader::hasEnded);
    }

    @Test
    void saysSoAndLetsEveryoneGoOnceItsThreadDied() {
        Reader reader = listen(0, new Reader());
        await().until(() -> reader.text().equals("welcome;"));
        assertThat(broadcaster.complaint()).isEmpty();

        fatal.set(true);

        await().dontCatchUncaughtExceptions().until(reader::hasEnded);
        assertThat(broadcaster.complaint()).contains("the streams of test stand still");
    }

    private void publish(Frame... frames) {
        pending.addAll(List.of(frames));
    }

    private Reader listen(long version, Reader reader) {
        Listener listener = new Listener() {
            @Override
            public long welcome(OutputStream out) throws IOException {
                out.write("welcome;".getBytes(UTF_8));
                return version;
            }

            @Override
            public long again(OutputStream out) throws IOException {
                out.write("again;".getBytes(UTF_8));
                return version;
            }
        };
        Thread.startVirtualThread(
                () -> reader.follow(() -> broadcaster.serve("thing", this::source, listener, reader)));
        return reader;
    }

    private Source source() {
        sources.incrementAndGet();
        return () -> {
            if (fatal.get()) {
                throw new LinkageError("the test's");
            }
            return Optional.ofNullable(pending.poll());
        };
    }

    /** The far end of a stream. */
    private static final class Reader extends OutputStream {
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile CountDownLatch open = new CountDownLatch(0);
        private volatile boolean stuck;

        @Override
        public void write(int single) {
            throw new UnsupportedOperationException("events are written whole");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            stuck = open.getCount() > 0;
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            synchronized (received) {
                received.write(bytes, offset, length);
            }
        }

        void follow(Stream stream) {
            try {
                stream.run();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                ended.countDown();
            }
        }

        void block() {
            open = new CountDownLatch(1);
        }

        void unblock() {
            open.countDown();
        }

        boolean isStuck() {
            return stuck;
        }

        boolean hasEnded() {
            return ended.getCount() == 0;
        }

        String text() {
            synchronized (received) {
                return received.toString(UTF_8);
            }
        }
    }

    private interface Stream {
        void run() throws IOException, InterruptedException;
    }
}
