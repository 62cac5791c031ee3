package io.onsale.standalone.clickhouse.server;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Set;

/** Keeps browsers out: a page may reach a loopback port, but it says where it comes from or calls it by another name. */
final class RequestGuard {

    private final Set<String> hosts;

    RequestGuard(int port) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    boolean admits(Headers headers) {
        List<String> host = headers.getOrDefault("Host", List.of());
        return host.size() == 1 && hosts.contains(host.getFirst()) && !headers.containsKey("Origin");
    }
}
