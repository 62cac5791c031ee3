package io.onsale.standalone.clickhouse;

import com.clickhouse.data.ClickHouseCityHash;
import com.github.luben.zstd.Zstd;
import com.sun.jna.Native;
import io.onsale.standalone.child.ChildCommand;
import io.onsale.standalone.child.ChildEndedException;
import io.onsale.standalone.child.ChildJvm;
import io.onsale.standalone.clickhouse.server.EngineMain;
import io.onsale.standalone.clickhouse.server.ExitStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jpountz.lz4.LZ4Factory;

/** Starts the child process with the engine. */
record EngineLauncher(Path library, Path data, Credentials writer, Credentials reader) {

    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final List<String> JVM =
            List.of("-Xmx128m", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED");

    /** Returns when the child answers requests at this port; 0 for a free one. */
    ChildJvm launch(int port) {
        ChildJvm child = ChildJvm.launch(
                ClickHouseEngine.NAME, new ProcessBuilder(command(port)), Map.of("TZ", "UTC"), STOP_PATIENCE);
        Errors errors = Errors.of(child.process());
        try {
            child.awaitPort(List.of(writer.password(), reader.password()), START_PATIENCE);
            return child;
        } catch (ChildEndedException e) {
            throw failed(errors, port, e);
        }
    }

    @SuppressWarnings("deprecation") // The newer client itself still takes the hash from the older one.
    private List<String> command(int port) {
        return ChildCommand.of(
                EngineMain.class,
                JVM,
                List.of(Native.class, LZ4Factory.class, Zstd.class, ClickHouseCityHash.class),
                List.of(library.toString(), data.toString(), String.valueOf(port)));
    }

    private EngineUnavailableException failed(Errors errors, int port, ChildEndedException end) {
        ExitStatus status = ExitStatus.of(end.exit()).orElse(ExitStatus.ENGINE_FAILED);
        return new EngineUnavailableException(
                switch (status) {
                    case DATA_IN_USE ->
                        "the data directory " + data
                                + " is in use by another Onsale; stop that one or choose another directory";
                    case PORT_IN_USE ->
                        "port " + port + " for ClickHouse is in use; choose another, or 0 for any free one";
                    case ENGINE_FAILED ->
                        "ClickHouse's engine can't open " + data + ": " + errors.reason() + " (exit " + end.exit()
                                + "); mend that, or set CLICKHOUSE_URL to a server";
                },
                end);
    }
}
