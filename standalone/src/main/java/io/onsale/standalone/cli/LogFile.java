package io.onsale.standalone.cli;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/** Sends the log to a file of the data folder, so that the terminal keeps to what its reader needs. */
final class LogFile {

    private LogFile() {}

    static void in(Path data) {
        System.setProperty("onsale.log.file", data.resolve("onsale.log").toString());
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        URL configuration = Objects.requireNonNull(LogFile.class.getResource("/logback.xml"));
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new IllegalStateException("logback.xml of this build is broken", e);
        }
    }
}
