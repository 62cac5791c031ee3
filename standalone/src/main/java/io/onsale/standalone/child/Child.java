package io.onsale.standalone.child;

import java.util.concurrent.CompletableFuture;

/** One run of a child process, from when it answers to its end. */
public interface Child {

    long pid();

    CompletableFuture<Process> onExit();

    /** Ends it and returns when it is gone. */
    void stop();
}
