package io.onsale.benchmarks.queue;

import io.onsale.benchmarks.BenchSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./onsale bench queue}. */
@Command(
        name = "queue",
        mixinStandardHelpOptions = true,
        description = {
            "The waiting room: how fast fans join, what waiting costs, how fast and how late positions are told,",
            "that nobody is let in beyond the limit, and how soon all is back after a kill.",
            "The sizes are small by default; the full ones:",
            "  --waiting 450000, --waiting 1000000, --admissions 1000000",
            "Each part is warmed up before: a cold JVM's figures are its compiler's."
        })
public final class QueueCommand implements Callable<Integer> {

    /** What can be measured by itself. */
    enum Part {
        /** Joins without HTTP and tokens. */
        JOINS,
        /** Joins as fans make them. */
        HTTP,
        /** A room filled, its memory, its draw, positions read. */
        POSITIONS,
        /** The same room after kill -9. */
        RESTART,
        /** Places followed over many connections. */
        STREAMS,
        /** Never one too many. */
        OVERSHOOT
    }

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Which parts, by commas: ${COMPLETION-CANDIDATES}; default: all.")
    private List<Part> only = List.of(Part.values());

    @Option(
            names = "--joins",
            defaultValue = "200000",
            paramLabel = "N",
            description = "How many join through the log, and a tenth of them through HTTP (default: 200000).")
    private int joins;

    @Option(
            names = "--in-flight",
            defaultValue = "2000",
            paramLabel = "N",
            description = "Joins in flight through the log (default: 2000).")
    private int inFlight;

    @Option(
            names = "--clients",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Joins in flight through HTTP (default: 1000).")
    private int clients;

    @Option(
            names = "--waiting",
            defaultValue = "100000",
            paramLabel = "N",
            description = "How many wait while positions are read and the system is killed (default: 100000).")
    private int waiting;

    @Option(
            names = "--read-rate",
            defaultValue = "1000",
            paramLabel = "R",
            description = "Position reads a second, whether or not earlier ones were answered (default: 1000).")
    private int readRate;

    @Option(
            names = "--connections",
            defaultValue = "10000",
            paramLabel = "N",
            description = "Connections over which places are followed (default: 10000).")
    private int connections;

    @Option(
            names = "--admit-per-second",
            defaultValue = "100",
            paramLabel = "R",
            description = "How many of those are let in a second, for STREAMS (default: 100).")
    private int admitPerSecond;

    @Option(
            names = "--admissions",
            defaultValue = "50000",
            paramLabel = "N",
            description = "How many are let in while the overshoot is counted (default: 50000).")
    private int admissions;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Of whatever those do at random (default: 1).")
    private long seed;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            paramLabel = "S",
            description = "How long what has a rate is measured (default: 10).")
    private int seconds;

    @Option(
            names = "--redis",
            description = "Joins and ranks by a sorted set in Redis besides; redis-server has to be on the PATH.")
    private boolean redis;

    @Option(
            names = "--redis-fsync",
            defaultValue = "everysec",
            paramLabel = "WHEN",
            description = "When Redis syncs what it appends: always, everysec or no (default: everysec).")
    private String redisFsync = "everysec";

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    private OptionalDouble joinRate = OptionalDouble.empty();
    private OptionalDouble readP99 = OptionalDouble.empty();

    @Override
    public Integer call() throws Exception {
        Set<Part> parts = EnumSet.copyOf(only);
        boolean right = true;
        if (parts.contains(Part.JOINS) || parts.contains(Part.HTTP)) {
            joins(parts);
        }
        if (parts.contains(Part.POSITIONS) || parts.contains(Part.RESTART)) {
            WaitingPart room = new WaitingPart(waiting, inFlight, readRate, measured(), this::print);
            readP99 = room.run(parts.contains(Part.POSITIONS), parts.contains(Part.RESTART));
        }
        if (parts.contains(Part.STREAMS)) {
            new StreamsPart(connections, admitPerSecond, measured(), this::print).run();
        }
        if (parts.contains(Part.OVERSHOOT)) {
            right = new OvershootPart(admissions, seed, this::print).run();
        }
        if (redis) {
            new RedisPart(Math.max(joins, waiting), readRate, measured(), redisFsync, this::print)
                    .run(joinRate, readP99);
        }
        return right ? 0 : 1;
    }

    private void joins(Set<Part> parts) throws IOException, InterruptedException {
        try (BenchSystem system = BenchSystem.start()) {
            if (parts.contains(Part.JOINS)) {
                JoinsPart log = new JoinsPart(system, joins, joins / 2, inFlight, this::print);
                joinRate = OptionalDouble.of(log.throughLog());
            }
            if (parts.contains(Part.HTTP)) {
                new JoinsPart(system, joins / 10, joins / 10, inFlight, this::print).throughHttp(clients);
            }
        }
    }

    private Duration measured() {
        return Duration.ofSeconds(seconds);
    }

    private void print(Finding finding) {
        System.out.println(json ? finding.json() : finding.text());
    }
}
