package io.onsale.standalone.cli;

import io.onsale.standalone.Endpoints;
import io.onsale.standalone.audit.Audit;
import io.onsale.standalone.audit.AuditReport;
import io.onsale.standalone.audit.AuditSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./onsale audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the log as an independent client and checks every invariant.",
            "Exit status 1, with the evidence, where one does not hold."
        })
final class AuditCommand implements Callable<Integer> {

    @Mixin
    private SystemOptions system = new SystemOptions();

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "Also check what clients were told, from the crowd's journal.")
    private @Nullable Path answers;

    @Option(
            names = "--restarts",
            description = "Topologies were stopped at times: holds may have expired late because of it.")
    private boolean restarts;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        Endpoints endpoints = system.find();
        AuditSettings settings = AuditSettings.of(endpoints.kafka(), system.registry(endpoints))
                .withRestarts(restarts)
                .withClickHouse(
                        URI.create(endpoints.clickhouse().url()),
                        endpoints.clickhouse().reader().user(),
                        endpoints.clickhouse().reader().password());
        AuditReport report = Audit.run(answers == null ? settings : settings.withAnswers(answers));
        System.out.println(json ? report.json() : report.text());
        return report.clean() ? 0 : 1;
    }
}
