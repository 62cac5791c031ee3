package io.onsale.benchmarks.queue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Many clients that follow their places over connections of their own, all read by one thread. */
final class SseFleet implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int CONNECTING_AT_ONCE = 200;
    private static final long LOOK_MILLIS = 100;

    /** Told of every event that a client receives; called by the fleet's one thread. */
    interface Listener {
        void received(int client, String event, long nanos);
    }

    private final URI edge;
    private final int size;
    private final IntFunction<String> requests;
    private final Listener listener;
    private final Selector selector = Selector.open();
    private final Thread thread;
    private final AtomicInteger following = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean closing;
    private int begun;

    /** One connection. */
    private static final class Client {
        private final int number;
        private final EventText text = new EventText();
        private boolean told;

        Client(int number) {
            this.number = number;
        }
    }

    /**
     * Connects in the background.
     *
     * @param requests the path and the token of each client, as {@link #request} makes them one text
     */
    SseFleet(URI edge, int size, IntFunction<String> requests, Listener listener) throws IOException {
        this.edge = edge;
        this.size = size;
        this.requests = requests;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("sse-fleet").start(this::run);
    }

    /** What a client sends. */
    static String request(URI edge, String path, String token) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + edge.getAuthority()
                + "\r\nAccept: text/event-stream\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }

    /** How many have been told something. */
    int following() {
        return following.get();
    }

    /** How many lost their connection. */
    int lost() {
        return lost.get();
    }

    private void run() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        try (selector) {
            while (!closing) {
                while (begun < size && begun - following.get() - lost.get() < CONNECTING_AT_ONCE) {
                    connect(begun++);
                }
                selector.select(LOOK_MILLIS);
                for (SelectionKey key : selector.selectedKeys()) {
                    handle(key, buffer);
                }
                selector.selectedKeys().clear();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            lost.set(size);
        }
    }

    private void connect(int number) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER / 4);
        channel.register(selector, SelectionKey.OP_CONNECT, new Client(number));
        channel.connect(new InetSocketAddress(edge.getHost(), edge.getPort()));
    }

    private void handle(SelectionKey key, ByteBuffer buffer) {
        Client client = (Client) key.attachment();
        SocketChannel channel = (SocketChannel) key.channel();
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                channel.write(ByteBuffer.wrap(requests.apply(client.number).getBytes(StandardCharsets.ISO_8859_1)));
                key.interestOps(SelectionKey.OP_READ);
            } else if (channel.read(buffer.clear()) < 0) {
                throw new IOException("the stream ended");
            } else {
                read(client, buffer.flip());
            }
        } catch (IOException gone) {
            lose(key, channel);
        }
    }

    private void lose(SelectionKey key, SocketChannel channel) {
        lost.incrementAndGet();
        key.cancel();
        try {
            channel.close();
        } catch (IOException already) {
            // It is gone either way.
        }
    }

    private void read(Client client, ByteBuffer bytes) {
        long now = System.nanoTime();
        client.text.take(StandardCharsets.UTF_8.decode(bytes), event -> {
            if (!client.told) {
                client.told = true;
                following.incrementAndGet();
            }
            listener.received(client.number, event, now);
        });
    }

    @Override
    public void close() throws IOException {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
