package io.onsale.benchmarks.line;

import io.onsale.benchmarks.line.LineBench.Figure;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./onsale bench line}. */
@Command(
        name = "line",
        mixinStandardHelpOptions = true,
        description = "The waiting room's draw and line by themselves, on one thread: processor time and memory.")
public final class LineCommand implements Callable<Integer> {

    @Option(
            names = "--fans",
            defaultValue = "1000000",
            paramLabel = "N",
            description = "How many take part in the draw, and how many come later (default: 1000000).")
    private int fans;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            paramLabel = "N",
            description = "How often; the last counts (default: 3).")
    private int rounds;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        List<Figure> figures = List.of();
        for (int round = 1; round <= Math.max(1, rounds); round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            figures = new LineBench(fans, round).run();
        }
        System.out.println(json ? json(figures) : text(figures));
        return 0;
    }

    private static String text(List<Figure> figures) {
        return figures.stream()
                .map(figure ->
                        String.format(Locale.ROOT, "%-62s %,12.1f %s", figure.what(), figure.value(), figure.unit()))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String json(List<Figure> figures) {
        return figures.stream()
                .map(figure ->
                        String.format(Locale.ROOT, "\"%s_%s\": %.1f", figure.name(), figure.unit(), figure.value()))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
