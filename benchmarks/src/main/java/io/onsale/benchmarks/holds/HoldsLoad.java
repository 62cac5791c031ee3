package io.onsale.benchmarks.holds;

import io.onsale.benchmarks.BenchSystem;
import io.onsale.benchmarks.load.Load;
import io.onsale.benchmarks.load.LoadRun;
import io.onsale.benchmarks.load.Measurement;
import java.io.IOException;

/** Loads a system with holds; every run has a show of its own, so that none sells what another has sold. */
public final class HoldsLoad {

    /** The outcome of a request that got its seat. */
    public static final String HELD = "held";

    private static final int AREAS = 125;
    private static final int ROWS_OF_AN_AREA = 8;

    private HoldsLoad() {}

    /** As fans do, through an edge. */
    public static Measurement throughHttp(BenchSystem system, Load load) throws IOException, InterruptedException {
        Buyers buyers = buyers(system);
        return LoadRun.of(load, client -> new HoldsThroughHttp(system.edge(), buyers));
    }

    /** As an edge does; all clients share one connection to the log. */
    public static Measurement throughLog(BenchSystem system, Load load) throws IOException, InterruptedException {
        HoldsThroughLog log = new HoldsThroughLog(system, buyers(system), load.clients());
        try {
            return LoadRun.of(load, client -> log);
        } finally {
            log.closeLog();
        }
    }

    private static Buyers buyers(BenchSystem system) throws IOException {
        return new Buyers(BenchShow.open(system.edge(), AREAS, ROWS_OF_AN_AREA), system.tokens());
    }
}
