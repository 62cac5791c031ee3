package io.onsale.benchmarks;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.clickhouse.ClickHouseSettings;
import io.onsale.benchmarks.holds.HoldsLoad;
import io.onsale.benchmarks.load.Load;
import io.onsale.benchmarks.load.Measurement;
import io.onsale.benchmarks.load.Report;
import io.onsale.standalone.Endpoints;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./onsale bench pipeline}. */
@Command(
        name = "pipeline",
        mixinStandardHelpOptions = true,
        description = "Holds through the log, and how soon their events are visible in ClickHouse.")
public final class PipelineCommand implements Callable<Integer> {

    @Option(names = "--rate", defaultValue = "1000", paramLabel = "R", description = "Holds a second (default: 1000).")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            paramLabel = "S",
            description = "How long it is measured (default: 20).")
    private int seconds;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (BenchSystem system = BenchSystem.start();
                ClickHouseClient client = new ClickHouseClient(reader(system.endpoints()))) {
            Load load = new Load(256, rate, Duration.ofSeconds(5), Duration.ofSeconds(seconds));
            Visibility visibility = Visibility.watch(client);
            Measurement holds = HoldsLoad.throughLog(system, load);
            Visibility.Lags lags = visibility.stop();
            System.out.println(
                    json ? Report.json("holds", holds, HoldsLoad.HELD) : Report.text("holds", holds, HoldsLoad.HELD));
            System.out.println(json ? lags.json() : lags.text());
        }
        return 0;
    }

    private static ClickHouseSettings reader(Endpoints endpoints) {
        Endpoints.ClickHouse at = endpoints.clickhouse();
        return ClickHouseSettings.of(at.url(), at.reader().user(), at.reader().password());
    }
}
