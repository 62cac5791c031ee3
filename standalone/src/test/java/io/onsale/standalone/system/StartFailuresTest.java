package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps it from starting is said in one line, and the exit status is 1. */
class StartFailuresTest {

    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @Execution(ExecutionMode.CONCURRENT)
    @ValueSource(strings = {"--port", "--kafka-port", "--registry-port", "--clickhouse-port"})
    void aPortIsBusy(String option) throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(busy.getLocalPort());
            List<String> ports = option.equals("--port")
                    ? List.of(option, port, "--kafka-port", "0", "--registry-port", "0", "--clickhouse-port", "0")
                    : List.of("--port", "0", option, port);

            assertThat(new OnsaleProcess(folder.resolve("data")).with(ports).complaint())
                    .contains("port " + port)
                    .contains("in use");
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theFolderIsAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("data"));

        assertThat(new OnsaleProcess(file).complaint()).contains(file.toString());
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theFolderCannotBeWritten() throws Exception {
        Path where = Path.of("/proc");
        assumeThat(Files.isDirectory(where))
                .as("this system has a place where not even root makes folders")
                .isTrue();

        assertThat(new OnsaleProcess(where.resolve("onsale")).complaint()).contains("/proc/onsale");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theDiskIsFull() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(mounts(disk)).as("a small file system can be mounted").isTrue();

        assertThat(new OnsaleProcess(disk.resolve("data")).onSmallDisk(disk).complaint())
                .contains(disk.toString());
    }

    private static boolean mounts(Path disk) throws IOException, InterruptedException {
        List<String> trial = OnsaleProcess.mounting(disk, List.of("true"));
        Process process = new ProcessBuilder(trial).redirectErrorStream(true).start();
        return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void clickHousesEngineIsNotThereAndNeitherIsNpm() throws Exception {
        OnsaleProcess bare = new OnsaleProcess(folder.resolve("data"))
                .withProperties(Map.of("user.home", folder.toString()))
                .withPath(folder.toString());

        assertThat(bare.complaint()).contains("npm");
    }
}
