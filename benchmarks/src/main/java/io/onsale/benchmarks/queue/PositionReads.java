package io.onsale.benchmarks.queue;

import io.onsale.benchmarks.load.LeanHttp;
import io.onsale.benchmarks.load.Load;
import io.onsale.benchmarks.load.LoadRun;
import io.onsale.benchmarks.load.Measurement;
import io.onsale.benchmarks.load.Target;
import io.onsale.edge.auth.QueueTokens;
import io.onsale.edge.views.queue.QueueRoom;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** Fans who look how their places stand, each by its own queue token. */
final class PositionReads {

    /** The outcome of a read that was answered. */
    static final String READ = "read";

    private static final int DIFFERENT = 20_000;
    private static final int WARMING = 200_000;
    private static final int SPOKEN_OF = 1_000_000;

    private final URI edge;
    private final String path;
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> sequences = new ArrayList<>();

    PositionReads(URI edge, String eventId, Places places, QueueTokens minter) {
        this.edge = edge;
        this.path = "/api/queue/status?event_id=" + eventId;
        Random random = new Random(1);
        while (tokens.size() < Math.min(DIFFERENT, places.count())) {
            int fan = random.nextInt(places.count());
            if (places.has(fan)) {
                sequences.add(places.of(fan));
                tokens.add(minter.mint(new QueueTokens.Place(eventId, Fans.id(fan), places.of(fan), 0)));
            }
        }
    }

    /** Through HTTP. */
    Measurement through(Load load) throws InterruptedException {
        return LoadRun.of(load, client -> new Client());
    }

    /** What some of them are told. */
    List<String> answers(int some) throws IOException {
        List<String> told = new ArrayList<>();
        try (LeanHttp http = new LeanHttp(edge)) {
            for (String token : tokens.subList(0, Math.min(some, tokens.size()))) {
                LeanHttp.Answer answer = http.get(path, "Authorization: Bearer " + token + "\r\n");
                told.add(answer.status() + " " + answer.text());
            }
        }
        return told;
    }

    /** Nanoseconds a read of the view costs by itself, on one thread. */
    double inProcessNanos(QueueRoom room) {
        long sum = read(room, WARMING);
        long begin = System.nanoTime();
        sum += read(room, SPOKEN_OF);
        double nanos = (double) (System.nanoTime() - begin) / SPOKEN_OF;
        if (sum < 0) {
            throw new IllegalStateException("nobody has a negative number of people ahead");
        }
        return nanos;
    }

    private long read(QueueRoom room, int times) {
        Random random = new Random(2);
        long sum = 0;
        for (int i = 0; i < times; i++) {
            int sequence = sequences.get(random.nextInt(sequences.size()));
            sum += room.standing(sequence).orElseThrow().ahead().orElse(0);
        }
        return sum;
    }

    /** One connection. */
    private final class Client implements Target {

        private final LeanHttp http = new LeanHttp(edge);

        @Override
        public String request() throws IOException {
            String token = tokens.get(ThreadLocalRandom.current().nextInt(tokens.size()));
            int status =
                    http.get(path, "Authorization: Bearer " + token + "\r\n").status();
            return status == 200 ? READ : Integer.toString(status);
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
