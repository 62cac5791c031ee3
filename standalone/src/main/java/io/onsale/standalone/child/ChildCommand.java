package io.onsale.standalone.child;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line of a child JVM: small, and with only the jars it needs. */
public final class ChildCommand {

    private static final List<String> JVM = List.of(
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            // Otherwise every answer waits for an acknowledgement, 40 ms.
            "-Dsun.net.httpserver.nodelay=true",
            // Longer than clients keep an idle connection, so that it's them who close it.
            "-Dsun.net.httpserver.idleInterval=300");

    private ChildCommand() {}

    /**
     * Composes it.
     *
     * @param options of the JVM, besides those of all children
     * @param needed a class of each further jar
     */
    public static List<String> of(Class<?> main, List<String> options, List<Class<?>> needed, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(main, needed), main.getName()));
        command.addAll(arguments);
        return command;
    }

    private static String classPath(Class<?> main, List<Class<?>> needed) {
        return Stream.concat(Stream.of(main), needed.stream())
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
