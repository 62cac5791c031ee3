package io.onsale.benchmarks;

import io.onsale.benchmarks.load.Burst;
import io.onsale.benchmarks.load.BurstReport;
import io.onsale.benchmarks.orders.OrdersLoad;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./onsale bench orders}. */
@Command(
        name = "orders",
        mixinStandardHelpOptions = true,
        description =
                "Orders through HTTP, from a hold to tickets: authorised, confirmed, captured by the simulated gateway.")
public final class OrdersCommand implements Callable<Integer> {

    @Option(names = "--orders", defaultValue = "20000", paramLabel = "N", description = "How many (default: 20000).")
    private int orders;

    @Option(
            names = "--warm-up",
            defaultValue = "5000",
            paramLabel = "N",
            description = "How many go uncounted before (default: 5000).")
    private int warmUp;

    @Option(
            names = "--clients",
            defaultValue = "256",
            paramLabel = "N",
            description = "Requests in flight (default: 256).")
    private int clients;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (BenchSystem system = BenchSystem.start()) {
            Burst.Result result = new OrdersLoad(system).run(orders, warmUp, clients);
            BurstReport report = new BurstReport("orders through HTTP", clients, result, OrdersLoad.CONFIRMED);
            System.out.println(json ? report.json() : report.text());
        }
        return 0;
    }
}
