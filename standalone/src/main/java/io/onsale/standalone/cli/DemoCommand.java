package io.onsale.standalone.cli;

import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.Progress;
import io.onsale.standalone.Standalone;
import io.onsale.standalone.StandaloneSettings;
import io.onsale.standalone.audit.Audit;
import io.onsale.standalone.audit.AuditReport;
import io.onsale.standalone.audit.AuditSettings;
import io.onsale.standalone.crowd.Crowd;
import io.onsale.standalone.crowd.CrowdJournal;
import io.onsale.standalone.crowd.CrowdReport;
import io.onsale.standalone.crowd.CrowdRoom;
import io.onsale.standalone.crowd.CrowdSettings;
import io.onsale.standalone.crowd.CrowdShow;
import io.onsale.standalone.crowd.CrowdTokens;
import io.onsale.standalone.draw.DrawDownload;
import io.onsale.standalone.draw.DrawVerification;
import io.onsale.standalone.run.ClickHouseVariables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./onsale demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the whole system on this machine and lets a simulated crowd buy from it.",
            "At the end: a report, and an audit of what the log says happened."
        })
final class DemoCommand implements Callable<Integer> {

    private static final String ISSUER = "onsale-demo";

    private static final Duration CAP = Duration.ofMinutes(3);

    @Option(
            names = "--fans",
            defaultValue = "2000",
            paramLabel = "N",
            description = "How many fans come (default: ${DEFAULT-VALUE}).")
    private int fans;

    @Option(
            names = "--seats",
            defaultValue = "3000",
            paramLabel = "N",
            description = "How many seats there are (default: ${DEFAULT-VALUE}).")
    private int seats;

    /** Slow enough that two cores bear the default crowd together with everything it meets. */
    @Option(
            names = "--arrivals",
            defaultValue = "25",
            paramLabel = "SECONDS",
            description = "Within what time they come (default: ${DEFAULT-VALUE}).")
    private int arrivals;

    @Option(
            names = "--hold-seconds",
            defaultValue = "20",
            paramLabel = "SECONDS",
            description = "How long a hold lasts (default: ${DEFAULT-VALUE}).")
    private int holdSeconds;

    @Option(names = "--no-waiting-room", description = "Let everybody in at once, without a line and a draw.")
    private boolean noWaitingRoom;

    @Option(names = "--exit-when-done", description = "Stop after the report instead of staying up to be looked at.")
    private boolean exitWhenDone;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep everything there; default: a temporary folder, removed at the end.")
    private @Nullable Path data;

    @Mixin
    private PortOptions ports = new PortOptions();

    @Override
    public Integer call() throws InterruptedException, IOException {
        Progress progress = Progress.toStandardError();
        CrowdTokens tokens = CrowdTokens.ofNewKey(ISSUER);
        DataFolder folder = DataFolder.of(data);
        try (Running running = Running.start(folder, settings(folder.path(), tokens), progress)) {
            progress.say(Texts.ready(running.system()));
            boolean clean = onSale(running.system(), tokens, folder.path().resolve("answers.jsonl"), progress);
            if (!exitWhenDone) {
                progress.say("\nStill running: " + running.system().endpoints().edge()
                        + "/ shows the hall. Stop with Ctrl-C.");
                running.awaitSignal();
            }
            return clean ? 0 : 1;
        }
    }

    private StandaloneSettings settings(Path folder, CrowdTokens tokens) {
        Map<String, String> issuers = Map.of(tokens.issuer(), tokens.publicJwk());
        return new StandaloneSettings(folder, ports.ports(), issuers, ClickHouseVariables.given(System.getenv()));
    }

    private boolean onSale(Standalone system, CrowdTokens tokens, Path answers, Progress progress) throws IOException {
        Endpoints at = system.endpoints();
        CrowdSettings settings = CrowdSettings.of(fans, seats, List.of(URI.create(at.edge())))
                .withTimes(Duration.ofSeconds(arrivals), CAP)
                .withHoldSeconds(holdSeconds);
        if (!noWaitingRoom) {
            settings = settings.withRoom(CrowdRoom.of(fans));
        }
        CrowdReport report;
        try (CrowdJournal journal = CrowdJournal.open(answers)) {
            CrowdShow show = CrowdShow.open(settings, journal);
            progress.say("%,d fans want %,d seats.".formatted(fans, seats));
            report = Crowd.run(settings, show, tokens, journal, now -> progress.say(Texts.crowd(now)));
        }
        System.out.println();
        System.out.println(report.text());
        boolean drawn = noWaitingRoom || isDrawRight(at, report, answers.resolveSibling("draw"));
        AuditReport audit = audit(at, answers);
        System.out.println(audit.text());
        return drawn && audit.clean() && report.failures().isEmpty();
    }

    /** What anybody can do: take what the edge publishes, and compute it again. */
    private static boolean isDrawRight(Endpoints at, CrowdReport report, Path folder) throws IOException {
        DrawVerification draw = DrawDownload.of(URI.create(at.edge()), report.eventId(), report.queueToken(), folder)
                .verify();
        System.out.println(
                "The draw, computed again from what the edge publishes: %,d places".formatted(draw.places()));
        System.out.println(draw.text());
        System.out.println();
        return draw.holds();
    }

    private static AuditReport audit(Endpoints at, Path answers) {
        Endpoints.Login reader = at.clickhouse().reader();
        return Audit.run(AuditSettings.of(at.kafka(), RegistrySettings.of(at.registry()))
                .withAnswers(answers)
                .withClickHouse(URI.create(at.clickhouse().url()), reader.user(), reader.password()));
    }
}
