package io.onsale.benchmarks.holds;

import io.onsale.benchmarks.BenchSystem;
import io.onsale.benchmarks.load.Burst;
import io.onsale.benchmarks.load.BurstReport;
import io.onsale.benchmarks.load.Load;
import io.onsale.benchmarks.load.Measurement;
import io.onsale.benchmarks.load.Report;
import io.onsale.benchmarks.stadium.Stadium;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./onsale bench holds}. */
@Command(
        name = "holds",
        mixinStandardHelpOptions = true,
        description = {
            "Holds of single seats in one large show, each by a fan with a token, exactly once, limits checked.",
            "Without --rate and --clients: 200 a second, then 64 and 256 clients, through the log and through HTTP.",
            "Each way is warmed up before: a cold JVM's figures are its compiler's."
        })
public final class HoldsCommand implements Callable<Integer> {

    private static final int ORDINARY_RATE = 200;
    private static final int WARMING_CLIENTS = 64;
    /** A run's own first moments, in which it opens its connections. */
    private static final Duration SETTLES = Duration.ofSeconds(2);

    /** The way holds take. */
    enum Way {
        /** Producer, topology, committed reply. */
        LOG,
        /** The same behind an edge, with tokens. */
        HTTP
    }

    @Option(names = "--clients", paramLabel = "N", description = "Requests in flight.")
    private int clients;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Requests a second, whether or not earlier ones were answered.")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            paramLabel = "S",
            description = "How long each run is measured (default: 10).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            paramLabel = "S",
            description = "How long 64 clients load each way before its first run (default: 20).")
    private int warmUp;

    @Option(names = "--through", paramLabel = "WAY", description = "log or http; default: both.")
    private List<Way> ways = List.of(Way.LOG, Way.HTTP);

    @Option(
            names = "--stadium",
            description = "Everybody at once: 160,000 seats in 400 areas, random orders of 1 to 4, 2,000 in flight.")
    private boolean stadium;

    @Option(
            names = "--requests",
            defaultValue = "100000",
            paramLabel = "N",
            description = "How many come to the stadium (default: 100000).")
    private int requests;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (BenchSystem system = BenchSystem.start()) {
            if (stadium) {
                printStadium(new Stadium(system).sell(requests));
                return 0;
            }
            for (Way way : ways) {
                warmUp(system, way);
                for (Load load : loads()) {
                    print(way, measure(system, way, load));
                }
            }
        }
        return 0;
    }

    private void warmUp(BenchSystem system, Way way) throws IOException, InterruptedException {
        if (warmUp > 0) {
            System.err.printf("warming up %s by %d clients for %d s%n", name(way), WARMING_CLIENTS, warmUp);
            var unused = measure(system, way, new Load(WARMING_CLIENTS, 0, Duration.ZERO, Duration.ofSeconds(warmUp)));
        }
    }

    private void printStadium(Burst.Result result) {
        BurstReport report = new BurstReport("stadium", Stadium.IN_FLIGHT, result, Stadium.HELD);
        System.out.println(json ? report.json() : report.text());
    }

    private List<Load> loads() {
        List<Load> loads = new ArrayList<>();
        if (rate > 0 || clients > 0) {
            loads.add(load(clients > 0 ? clients : 256, rate));
        } else {
            loads.add(load(256, ORDINARY_RATE));
            loads.add(load(64, 0));
            loads.add(load(256, 0));
        }
        return loads;
    }

    private Load load(int inFlight, int perSecond) {
        return new Load(inFlight, perSecond, SETTLES, Duration.ofSeconds(seconds));
    }

    private static Measurement measure(BenchSystem system, Way way, Load load)
            throws IOException, InterruptedException {
        return switch (way) {
            case HTTP -> HoldsLoad.throughHttp(system, load);
            case LOG -> HoldsLoad.throughLog(system, load);
        };
    }

    private void print(Way way, Measurement measured) {
        String name = name(way);
        System.out.println(
                json ? Report.json(name, measured, HoldsLoad.HELD) : Report.text(name, measured, HoldsLoad.HELD));
    }

    private static String name(Way way) {
        return "holds through " + (way == Way.LOG ? "the log" : "HTTP");
    }
}
