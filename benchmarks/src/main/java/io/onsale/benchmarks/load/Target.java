package io.onsale.benchmarks.load;

import java.io.IOException;

/** What is loaded; each client has one of its own. */
public interface Target extends AutoCloseable {

    /** Sends one request, waits for its answer, and says in a word how it ended. */
    String request() throws IOException;

    @Override
    default void close() {}
}
