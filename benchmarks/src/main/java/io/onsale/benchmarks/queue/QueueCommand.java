package io.onsale.benchmarks.queue;

import io.onsale.benchmarks.BenchSystem;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./onsale bench queue}. */
@Command(
        name = "queue",
        mixinStandardHelpOptions = true,
        description = {
            "The waiting room: joins through the log and through HTTP.",
            "Each part is warmed up before: a cold JVM's figures are its compiler's."
        })
public final class QueueCommand implements Callable<Integer> {

    /** What can be measured by itself. */
    enum Part {
        /** Joins without HTTP and tokens. */
        JOINS,
        /** Joins as fans make them. */
        HTTP
    }

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Which parts: ${COMPLETION-CANDIDATES}; default: all.")
    private List<Part> only = List.of(Part.values());

    @Option(
            names = "--joins",
            defaultValue = "200000",
            paramLabel = "N",
            description = "How many join through the log, and a tenth of them through HTTP (default: 200000).")
    private int joins;

    @Option(
            names = "--in-flight",
            defaultValue = "5000",
            paramLabel = "N",
            description = "Joins in flight through the log (default: 5000).")
    private int inFlight;

    @Option(
            names = "--clients",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Joins in flight through HTTP (default: 1000).")
    private int clients;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Set<Part> parts = EnumSet.copyOf(only);
        if (parts.contains(Part.JOINS) || parts.contains(Part.HTTP)) {
            joins(parts);
        }
        return 0;
    }

    private void joins(Set<Part> parts) throws IOException, InterruptedException {
        try (BenchSystem system = BenchSystem.start()) {
            if (parts.contains(Part.JOINS)) {
                new JoinsPart(system, joins, joins / 2, inFlight, this::print).throughLog();
            }
            if (parts.contains(Part.HTTP)) {
                new JoinsPart(system, joins / 10, joins / 10, inFlight, this::print).throughHttp(clients);
            }
        }
    }

    private void print(Finding finding) {
        System.out.println(json ? finding.json() : finding.text());
    }
}
