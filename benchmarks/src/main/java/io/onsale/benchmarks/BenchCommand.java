package io.onsale.benchmarks;

import io.onsale.benchmarks.holds.HoldsCommand;
import io.onsale.benchmarks.line.LineCommand;
import io.onsale.benchmarks.queue.QueueCommand;
import io.onsale.standalone.ToldToUser;
import io.onsale.standalone.cli.Subcommand;
import picocli.CommandLine.Command;

/** {@code ./onsale bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        description = "Loads a system of its own on this machine and prints what it bore.",
        subcommands = {
            HoldsCommand.class,
            LineCommand.class,
            OrdersCommand.class,
            PipelineCommand.class,
            QueueCommand.class
        })
public final class BenchCommand implements Subcommand {

    @Override
    public Integer call() {
        throw new ToldToUser("what is to be measured? holds, line, orders, pipeline or queue");
    }
}
