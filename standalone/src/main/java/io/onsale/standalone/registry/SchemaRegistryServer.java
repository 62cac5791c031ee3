package io.onsale.standalone.registry;

import com.sun.net.httpserver.HttpServer;
import io.onsale.standalone.registry.http.HostRule;
import io.onsale.standalone.registry.http.RegistryHandler;
import io.onsale.standalone.registry.store.SchemaLog;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A schema registry that is serving until closed. */
public final class SchemaRegistryServer implements AutoCloseable {
    private final HttpServer http;
    private final ExecutorService threads;
    private final SchemaLog log;

    private SchemaRegistryServer(HttpServer http, ExecutorService threads, SchemaLog log) {
        this.http = http;
        this.threads = threads;
        this.log = log;
    }

    /**
     * Opens the registry's log and serves it.
     *
     * @throws RegistryStartException if the port is busy
     */
    public static SchemaRegistryServer start(RegistryServerSettings settings) {
        // Read once by the HTTP server's classes; without it every answer waits for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer http = listen(settings);
        SchemaLog log;
        try {
            log = SchemaLog.open(settings.bootstrapServers(), settings.replicationFactor());
        } catch (RuntimeException e) {
            http.stop(0);
            throw e;
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        http.setExecutor(threads);
        http.createContext("/", new RegistryHandler(log, HostRule.at(settings.address())));
        http.start();
        return new SchemaRegistryServer(http, threads, log);
    }

    /** The base address for clients, as in {@code schema.registry.url}. */
    public String url() {
        InetSocketAddress address = http.getAddress();
        String host = address.getAddress().isAnyLocalAddress()
                ? "127.0.0.1"
                : address.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ':' + address.getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
        log.close();
    }

    private static HttpServer listen(RegistryServerSettings settings) {
        try {
            return HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), 0);
        } catch (BindException e) {
            throw new RegistryStartException(
                    "port " + settings.port()
                            + " for the schema registry is in use; stop what listens there or choose another port (0 picks a free one)",
                    e);
        } catch (IOException e) {
            throw new RegistryStartException("the schema registry cannot listen: " + e.getMessage(), e);
        }
    }
}
