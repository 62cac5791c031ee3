package io.onsale.standalone.gateway;

import io.onsale.standalone.child.Supervised;

/** The simulated companies in a child process, restarted when it dies, stopped by {@link #close()}. */
public final class Gateway implements AutoCloseable {

    private final int port;
    private final Supervised child;

    private Gateway(int port, Supervised child) {
        this.port = port;
        this.child = child;
    }

    /** Starts the child and returns when it answers. */
    public static Gateway start(GatewayOptions options) {
        GatewayProcess first = GatewayProcess.start(options);
        GatewayOptions samePort = options.at(first.port());
        return new Gateway(
                first.port(), Supervised.from("simulated gateway", first, () -> GatewayProcess.start(samePort)));
    }

    /** Where it is; that stays the same over restarts. */
    public String url() {
        return "http://127.0.0.1:" + port;
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
