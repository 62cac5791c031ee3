package io.onsale.benchmarks.queue;

import io.onsale.benchmarks.BenchSystem;
import io.onsale.benchmarks.load.Burst;
import io.onsale.benchmarks.queue.JoinsThroughLog.Result;
import java.io.IOException;
import java.util.function.Consumer;

/** How fast fans join, through the log and through HTTP; before the draw, which is when everybody comes. */
final class JoinsPart {

    private final BenchSystem system;
    private final int joins;
    private final int warmUp;
    private final int inFlight;
    private final Consumer<Finding> printed;

    JoinsPart(BenchSystem system, int joins, int warmUp, int inFlight, Consumer<Finding> printed) {
        this.system = system;
        this.joins = joins;
        this.warmUp = warmUp;
        this.inFlight = inFlight;
        this.printed = printed;
    }

    /** Without HTTP and tokens; returns how many a second. */
    double throughLog() throws IOException, InterruptedException {
        try (LogAccess log = new LogAccess(system.endpoints())) {
            System.err.printf("warming up the log by %,d joins%n", warmUp);
            var unused = joined(log, warmUp);
            Result result = joined(log, joins);
            printed.accept(Finding.of("joins through the log")
                    .with("rate", "%,8.0f/s (goal 20,000)", result.joins() / result.seconds())
                    .with("p50_ms", "p50 %7.1f ms", result.millis(50))
                    .with("p99_ms", "p99 %7.1f ms", result.millis(99))
                    .with("cpu_seconds_per_1000", "CPU %.3f s per 1,000", perThousand(result.cpuSeconds()))
                    .with("joins", "%,d joins", result.joins())
                    .with("in_flight", "%,d in flight", inFlight)
                    .with("failed", "%,d failed", result.failed()));
            return result.joins() / result.seconds();
        }
    }

    private Result joined(LogAccess log, int count) throws IOException, InterruptedException {
        Room room = Room.open(system.edge(), Room.Terms.ofJoins());
        return new JoinsThroughLog(log, room.eventId(), new Places(count), inFlight).run(0, count);
    }

    /** As fans do: the first time with tokens that the edge has not seen, then with the same again. */
    void throughHttp(int clients) throws IOException, InterruptedException {
        System.err.printf("warming up HTTP by %,d joins%n", warmUp);
        var unused = new JoinsThroughHttp(system, warmUp).run(newRoom(), clients);
        System.err.printf("signing %,d tokens%n", joins);
        JoinsThroughHttp http = new JoinsThroughHttp(system, joins);
        print("joins through HTTP, new tokens", clients, http.run(newRoom(), clients));
        print("joins through HTTP, tokens seen before", clients, http.run(newRoom(), clients));
    }

    private String newRoom() throws IOException {
        return Room.open(system.edge(), Room.Terms.ofJoins()).eventId();
    }

    private void print(String name, int clients, Burst.Result result) {
        long joined = result.count(JoinsThroughHttp.JOINED);
        printed.accept(Finding.of(name)
                .with("rate", "%,8.0f/s", joined / result.seconds())
                .with("p50_ms", "p50 %7.1f ms", result.millis(50))
                .with("p99_ms", "p99 %7.1f ms", result.millis(99))
                .with("cpu_seconds_per_1000", "CPU %.3f s per 1,000", perThousand(result.cpuSeconds()))
                .with("joins", "%,d joins", joined)
                .with("clients", "%,d clients", clients)
                .with("failed", "%,d failed", joins - joined));
    }

    private double perThousand(double cpuSeconds) {
        return cpuSeconds * 1000 / joins;
    }
}
