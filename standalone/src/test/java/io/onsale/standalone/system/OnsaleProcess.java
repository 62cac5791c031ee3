package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.cli.Onsale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** {@code ./onsale up} in a JVM of its own, with this one's class path. */
record OnsaleProcess(
        Path data, List<String> options, Map<String, String> properties, String path, List<String> around) {

    private static final long PATIENCE_SECONDS = 60;
    private static final String SMALL = "size=3m";

    OnsaleProcess(Path data) {
        this(data, List.of("--port", "0"), Map.of(), System.getenv().getOrDefault("PATH", ""), List.of());
    }

    OnsaleProcess with(List<String> otherOptions) {
        return new OnsaleProcess(data, otherOptions, properties, path, around);
    }

    OnsaleProcess withProperties(Map<String, String> more) {
        return new OnsaleProcess(data, options, more, path, around);
    }

    OnsaleProcess withPath(String other) {
        return new OnsaleProcess(data, options, properties, other, around);
    }

    /** As it sees it, a small file system is mounted there. */
    OnsaleProcess onSmallDisk(Path disk) {
        return new OnsaleProcess(data, options, properties, path, mounting(disk, List.of()));
    }

    /** A command that sees a small file system; nobody else does, and it goes with the command. */
    static List<String> mounting(Path disk, List<String> command) {
        List<String> mounting = new ArrayList<>(List.of("unshare", "--mount", "--map-root-user", "sh", "-c"));
        mounting.add("mount -t tmpfs -o " + SMALL + " none '" + disk + "' && exec \"$@\"");
        mounting.add("sh");
        mounting.addAll(command);
        return mounting;
    }

    /** Starts it, and tells the one line in which it says why it failed. */
    String complaint() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command());
        builder.environment().put("PATH", path);
        Process process =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        CompletableFuture<String> reading = CompletableFuture.supplyAsync(() -> read(process));
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("it neither failed nor ended: " + reading.join());
        }
        String errors = reading.join();
        List<String> complaints =
                errors.lines().filter(line -> line.startsWith("onsale: ")).toList();
        assertThat(process.exitValue()).as(errors).isEqualTo(1);
        assertThat(complaints).as(errors).hasSize(1);
        assertThat(errors).doesNotContain("\tat ").doesNotContain("this is a bug");
        return complaints.getFirst();
    }

    private static String read(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(around);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.add("-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.onsale");
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Onsale.class.getName(), "up"));
        command.addAll(List.of("--data", data.toString()));
        command.addAll(options);
        return command;
    }
}
