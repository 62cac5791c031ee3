package io.onsale.standalone.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.cli.Onsale;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whenever Ctrl-C or SIGTERM comes, all ends in order: everything closed, then a demo's data gone, nothing complained of. */
// So much at once would make the shared system late, which its audit would find.
@ResourceLock(value = OnSharedSystem.SYSTEM, mode = ResourceAccessMode.READ)
class StoppedBySignalTest {

    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @CsvSource({
        "demo, INT, Starting Onsale, 130",
        "demo, TERM, schema registry, 143",
        "demo, INT, fans want, 130",
        "up, TERM, Stop with Ctrl-C, 143",
    })
    void closesAndLeavesNothingBehind(String command, String signal, String whenItSays, int status) throws Exception {
        Process process = start(Onsale.class, arguments(command));
        List<String> said = new ArrayList<>();
        List<ProcessHandle> children = new ArrayList<>();
        try (BufferedReader errors = process.errorReader(UTF_8)) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                said.add(line);
                if (line.contains(whenItSays)) {
                    process.children().forEach(children::add);
                    send(signal, process);
                }
            }
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        String all = String.join("\n", said);
        assertThat(process.exitValue()).as(all).isEqualTo(status);
        assertThat(said).as(all).contains("Stopping …").endsWith("Stopped.");
        assertThat(all).doesNotContain("Exception").doesNotContain("onsale: ");
        assertThat(leftBehind()).as(all).isEmpty();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void saysNothingOfWhatCannotStartAnyMore() throws Exception {
        Process process = start(StoppedBeforeItStarts.class, List.of());
        List<String> said;
        try (BufferedReader errors = process.errorReader(UTF_8)) {
            said = errors.lines().toList();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        String all = String.join("\n", said);
        assertThat(process.exitValue()).as(all).isEqualTo(143);
        assertThat(said).as(all).contains("Stopping …").endsWith("Stopped.");
        assertThat(all).doesNotContain("Exception", "Error", "onsale: ");
        assertThat(leftBehind()).as(all).isEmpty();
    }

    private List<String> arguments(String command) {
        List<String> arguments = new ArrayList<>(List.of(command, "--port", "0"));
        arguments.addAll(command.equals("demo") ? List.of("--fans", "20", "--seats", "20") : List.of("--data", data()));
        return arguments;
    }

    private Process start(Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.onsale");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private String data() {
        return temporary.resolve("data").toString();
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(status).isZero();
    }

    private List<Path> leftBehind() throws IOException {
        try (Stream<Path> entries = Files.list(temporary)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("onsale"))
                    .toList();
        }
    }
}
