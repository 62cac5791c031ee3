package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.AuditReport;
import io.onsale.standalone.cli.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One system for all tests, each of which has an event of its own; after each class the audit must find nothing. */
final class SharedSystem implements ParameterResolver, AfterAllCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == WholeSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running(context);
    }

    private static WholeSystem running(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedSystem.class))
                .computeIfAbsent("system", key -> new Running(), Running.class)
                .system;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        AuditReport report = running(context).audit();
        assertThat(report.clean()).as(report.text()).isTrue();
        assertThat(report.verdicts())
                .as(report.text())
                .allMatch(verdict -> verdict.unchecked().isEmpty());
    }

    private static final class Running implements AutoCloseable {

        private final DataFolder folder;
        private final WholeSystem system;

        Running() {
            try {
                folder = DataFolder.temporary();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            system = new WholeSystem(folder.path(), new Journal());
        }

        @Override
        public void close() {
            system.close();
            folder.close();
        }
    }
}
