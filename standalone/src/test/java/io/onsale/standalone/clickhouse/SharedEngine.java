package io.onsale.standalone.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One engine for all tests that only talk to it; it is stopped after the last of them. */
final class SharedEngine implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == HttpClickHouse.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedEngine.class))
                .computeIfAbsent("engine", key -> new Running(), Running.class)
                .clickHouse;
    }

    private static final class Running implements AutoCloseable {

        private final Path data;
        private final ClickHouseEngine engine;
        private final HttpClickHouse clickHouse;

        Running() {
            try {
                data = Files.createTempDirectory("onsale-clickhouse");
            } catch (IOException e) {
                throw new IllegalStateException("no temporary directory", e);
            }
            engine = ClickHouseEngine.start(EngineOptions.at(data, 0), System.err::println);
            clickHouse = new HttpClickHouse(engine);
        }

        @Override
        public void close() throws IOException {
            clickHouse.close();
            engine.close();
            delete(data);
        }
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
