package io.onsale.standalone.cli;

import io.onsale.standalone.Progress;
import io.onsale.standalone.Standalone;
import io.onsale.standalone.StandaloneSettings;
import io.onsale.standalone.run.ClickHouseVariables;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./onsale up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Runs the whole system on this machine until Ctrl-C; data survives a restart.")
final class UpCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            defaultValue = "data",
            paramLabel = "DIR",
            description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Mixin
    private PortOptions ports = new PortOptions();

    @Override
    public Integer call() throws InterruptedException {
        Progress progress = Progress.toStandardError();
        try (Running running = Running.start(new DataFolder(data, false), settings(), progress)) {
            Standalone system = running.system();
            progress.say(Texts.ready(system));
            progress.say("Stop with Ctrl-C.");
            running.awaitSignal();
        }
        return 0;
    }

    private StandaloneSettings settings() {
        return new StandaloneSettings(data, ports.ports(), Map.of(), ClickHouseVariables.given(System.getenv()));
    }
}
