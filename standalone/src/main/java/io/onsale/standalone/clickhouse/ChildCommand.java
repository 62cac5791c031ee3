package io.onsale.standalone.clickhouse;

import com.clickhouse.data.ClickHouseCityHash;
import com.github.luben.zstd.Zstd;
import com.sun.jna.Native;
import io.onsale.standalone.clickhouse.server.EngineMain;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jpountz.lz4.LZ4Factory;

/** The command line of the child JVM: small, and with only the jars it needs. */
final class ChildCommand {

    private static final List<String> JVM = List.of(
            "-Xmx128m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            // Otherwise every answer waits for an acknowledgement, 45 ms.
            "-Dsun.net.httpserver.nodelay=true",
            // Longer than clients keep an idle connection, so that it's them who close it.
            "-Dsun.net.httpserver.idleInterval=300",
            "--enable-native-access=ALL-UNNAMED");

    private ChildCommand() {}

    static List<String> of(Path library, Path data, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", classPath(), EngineMain.class.getName()));
        command.addAll(List.of(library.toString(), data.toString(), String.valueOf(port)));
        return command;
    }

    @SuppressWarnings("deprecation") // The newer client itself still takes the hash from the older one.
    private static String classPath() {
        return Stream.of(EngineMain.class, Native.class, LZ4Factory.class, Zstd.class, ClickHouseCityHash.class)
                .map(ChildCommand::location)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no path for " + type, e);
        }
    }
}
