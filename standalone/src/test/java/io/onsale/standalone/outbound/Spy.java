package io.onsale.standalone.outbound;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Reads along in everything that our code logs, however unimportant. */
final class Spy extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    /** Where all lines pass: two who read along at once would see each other's. */
    static final String LINES = "log lines";

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.onsale");
    private final Level before = logger.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Spy() {
        logger.setLevel(Level.TRACE);
        logger.addAppender(this);
        start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        IThrowableProxy cause = event.getThrowableProxy();
        lines.add(event.getFormattedMessage() + " " + event.getKeyValuePairs()
                + (cause == null ? "" : " " + ThrowableProxyUtil.asString(cause)));
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(before);
    }
}
