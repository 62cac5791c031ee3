package io.onsale.standalone.system;

import io.onsale.standalone.cli.Onsale;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One process of a system: a JVM that is told the same at every start, and keeps its ports over kills. */
final class Part implements AutoCloseable {

    private static final int ANSWERS_WITHIN_MILLIS = 2_000;

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final List<URI> readiness;
    private final Path output;
    private Process process;

    private Part(String name, List<String> main, Map<String, String> environment, List<URI> readiness, Path output)
            throws IOException {
        this.name = name;
        this.command = command(main);
        this.environment = environment;
        this.readiness = readiness;
        this.output = output;
        this.process = launch();
    }

    /**
     * A part that a class of the tests' own runs.
     *
     * @param main the class and its arguments
     * @param readiness addresses that answer 200 when it is ready
     */
    static Part of(String name, List<String> main, Map<String, String> environment, List<URI> readiness, Path folder)
            throws IOException {
        return new Part(name, main, environment, readiness, folder.resolve(name + ".log"));
    }

    /** A part as {@code ./onsale run} starts it. */
    static Part run(String name, List<String> arguments, Map<String, String> environment, int port, Path folder)
            throws IOException {
        List<String> main = new ArrayList<>(List.of(Onsale.class.getName(), "run"));
        main.addAll(arguments);
        return of(name, main, environment, List.of(ready(port)), folder);
    }

    static URI ready(int port) {
        return URI.create("http://127.0.0.1:" + port + "/readyz");
    }

    private static List<String> command(List<String> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(
                List.of("--enable-native-access=ALL-UNNAMED", "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.onsale"));
        command.add("-Dlogback.configurationFile=logback-production.xml");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(main);
        return command;
    }

    private Process launch() throws IOException {
        Redirect log = Redirect.appendTo(output.toFile());
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(log).redirectError(log);
        builder.environment().putAll(environment);
        return builder.start();
    }

    String name() {
        return name;
    }

    /** Ends it as a power cut would; returns when it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts it anew, on what the last one left. */
    void start() throws IOException {
        process = launch();
    }

    boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended by itself with " + process.exitValue() + "; see " + output);
        }
        return readiness.stream().allMatch(Part::answers);
    }

    private static boolean answers(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(ANSWERS_WITHIN_MILLIS);
            connection.setReadTimeout(ANSWERS_WITHIN_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
