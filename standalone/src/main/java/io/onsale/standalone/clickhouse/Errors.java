package io.onsale.standalone.clickhouse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the child writes on standard error: every line goes to the log, and one of them says why it could not start. */
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final String OF_THE_ENGINE = "DB::Exception";

    private final CompletableFuture<String> reason = new CompletableFuture<>();

    private Errors() {}

    static Errors of(Process process) {
        Errors errors = new Errors();
        Thread.ofPlatform().daemon().name("clickhouse-errors").start(() -> errors.read(process));
        return errors;
    }

    private void read(Process process) {
        String told = "it says nothing";
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.atWarn().addKeyValue("line", line).log("ClickHouse warns");
                // Our own last words come after the engine's, which know more.
                told = told.contains(OF_THE_ENGINE) ? told : line.strip();
            }
        } catch (IOException e) {
            LOG.atDebug().setCause(e).log("ClickHouse's errors ended");
        }
        reason.complete(told);
    }

    /** Waits for the end of the child. */
    String reason() {
        return reason.join();
    }
}
