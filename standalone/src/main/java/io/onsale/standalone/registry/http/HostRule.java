package io.onsale.standalone.registry.http;

import com.sun.net.httpserver.HttpExchange;
import io.onsale.standalone.registry.rules.RegistryError;
import java.net.InetAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps web pages out: a browser on this machine reaches the loopback address as well as any program does. */
public final class HostRule {
    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");

    private final boolean localOnly;

    private HostRule(boolean localOnly) {
        this.localOnly = localOnly;
    }

    /** The rule for a server that listens at an address. */
    public static HostRule at(InetAddress address) {
        return new HostRule(address.isLoopbackAddress());
    }

    void check(HttpExchange exchange) {
        if (exchange.getRequestHeaders().getFirst("Origin") != null) {
            throw new RegistryError(403, 40301, "Web pages may not use the schema registry");
        }
        if (localOnly && !isLocal(exchange.getRequestHeaders().getFirst("Host"))) {
            throw new RegistryError(403, 40301, "The schema registry is for this machine only");
        }
    }

    private static boolean isLocal(@Nullable String host) {
        return host == null || LOCAL.contains(host.replaceFirst(":\\d+$", ""));
    }
}
