package io.onsale.standalone.gateway;

import io.onsale.standalone.child.Supervised;

/** The simulated companies in a child process, restarted when it dies, stopped by {@link #close()}. */
public final class Gateway implements AutoCloseable {

    static final String NAME = "the simulated gateway";

    private final Supervised child;

    private Gateway(Supervised child) {
        this.child = child;
    }

    /** Starts the child and returns when it answers. */
    public static Gateway start(GatewayOptions options) {
        return new Gateway(Supervised.start(NAME, options.port(), port -> GatewayLauncher.launch(options, port)));
    }

    /** Where it is; that stays the same over restarts. */
    public String url() {
        return "http://127.0.0.1:" + child.port();
    }

    public long processId() {
        return child.processId();
    }

    /** Ends the child; what it answered it has kept. */
    @Override
    public void close() {
        child.close();
    }
}
