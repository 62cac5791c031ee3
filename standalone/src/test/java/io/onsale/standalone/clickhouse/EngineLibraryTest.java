package io.onsale.standalone.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching, with a small archive and a stand-in for npm. */
class EngineLibraryTest {

    private static final String LINUX = "Linux-amd64";

    @TempDir
    private Path directory;

    private Path archive;

    @BeforeEach
    void packAnArchive() throws IOException {
        archive = directory.resolve("package.tgz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(archive))) {
            entry(out, "package/index.js", "module");
            entry(out, "package/libchdb.so", "the library".repeat(100));
            out.write(new byte[1024]);
        }
    }

    @Test
    void unpacksTheLibraryOnceAndKeepsNothingElse() throws IOException {
        List<String> progress = new ArrayList<>();
        EngineLibrary library = library(NpmPackage.digest(archive), copyingNpm(), LINUX);
        Path fetched = library.fetch(progress::add);
        assertThat(fetched).hasContent("the library".repeat(100));
        assertThat(progress).hasSize(2);
        assertThat(library.fetch(progress::add)).isEqualTo(fetched);
        assertThat(progress).hasSize(2);
        try (var files = Files.list(fetched.resolveSibling("."))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("libchdb.so", "fetch.lock");
        }
    }

    @Test
    void fetchesOnceWhenSeveralAskAtOnce() throws Exception {
        List<String> command = List.of("sh", "-c", "echo x >> " + directory + "/calls; cp " + archive + " got.tgz");
        EngineLibrary library = library(NpmPackage.digest(archive), command, LINUX);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Path> fetch = () -> library.fetch(line -> {});
            for (Future<Path> fetched : threads.invokeAll(List.of(fetch, fetch, fetch, fetch))) {
                assertThat(fetched.get()).exists();
            }
        }
        assertThat(directory.resolve("calls")).hasContent("x");
    }

    @Test
    void saysWhatToDoWithoutNpm() {
        assertRefused(library("", List.of("no-such-npm-here"), LINUX), "npm", "install Node.js", "CLICKHOUSE_URL");
    }

    @Test
    void tellsWhatNpmSaidWhenItFails() {
        List<String> failing = List.of("sh", "-c", "echo first; echo no such host; exit 7");
        assertRefused(library("", failing, LINUX), "exit 7", "no such host", "CLICKHOUSE_URL");
    }

    @Test
    void refusesAnArchiveThatIsNotTheReleasedOne() {
        assertRefused(library("other", copyingNpm(), LINUX), "not engine 1.0 as released", "sha512");
        assertThat(directory.resolve("cache/1.0/libchdb.so")).doesNotExist();
    }

    @Test
    void sendsOtherPlatformsToAServer() {
        assertRefused(library("", copyingNpm(), "Mac OS X-aarch64"), "Mac OS X-aarch64", "set CLICKHOUSE_URL");
    }

    @Test
    void refusesAnArchiveThatIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(library(NpmPackage.digest(archive), copyingNpm(), LINUX), "can't unpack", "CLICKHOUSE_URL");
    }

    private static void assertRefused(EngineLibrary library, String... parts) {
        assertThatThrownBy(() -> library.fetch(line -> {}))
                .isInstanceOf(EngineUnavailableException.class)
                .hasMessageContainingAll(parts)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    /** npm is called with the package after its own arguments; a shell ignores those. */
    private List<String> copyingNpm() {
        return List.of("sh", "-c", "cp " + archive + " got.tgz");
    }

    private EngineLibrary library(String sha512, List<String> npm, String platform) {
        return new EngineLibrary(directory.resolve("cache"), new NpmPackage("engine", "1.0", sha512), npm, platform);
    }

    private static void entry(OutputStream out, String name, String text) throws IOException {
        byte[] header = new byte[512];
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(name.getBytes(StandardCharsets.UTF_8), 0, header, 0, name.length());
        byte[] size = String.format(Locale.ROOT, "%011o", content.length).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(size, 0, header, 124, size.length);
        out.write(header);
        out.write(content);
        out.write(new byte[(512 - content.length % 512) % 512]);
    }
}
