package io.onsale.standalone.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The browser and the running system that all tests of pages share; both start with the first of them. */
final class Stage implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private @Nullable Chromium chromium;
    private @Nullable ShownSale sale;
    private @Nullable Path folder;

    /** Starts what is not started yet; skips the test where there is no browser. */
    Stage up() {
        if (sale == null) {
            chromium = Chromium.start();
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            folder = temporary();
            sale = new ShownSale(folder);
        }
        return this;
    }

    Browser browser() {
        return Objects.requireNonNull(chromium).browser();
    }

    ShownSale sale() {
        return Objects.requireNonNull(sale);
    }

    @Override
    public void close() throws IOException {
        if (chromium != null) {
            chromium.close();
        }
        if (sale != null) {
            sale.close();
        }
        if (folder != null) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("onsale-pages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it to whoever asks. */
    static final class Shared implements ParameterResolver {
        private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Stage.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Stage.class, first -> new Stage());
        }
    }
}
