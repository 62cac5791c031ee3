package io.onsale.edge.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server with what holds for every route: problems, body limits, headers, traces and metrics. */
public final class WebServer implements AutoCloseable {

    /** How long a body may take to arrive where nobody says otherwise. */
    public static final Duration BODY_PATIENCE = Duration.ofSeconds(10);

    /** How long requests that are being answered may go on once the server is told to stop. */
    private static final long STOP_MILLIS = 6_000;

    private static final int IDLE_MILLIS = 30_000;
    private static final int MAX_THREADS = 64;
    private static final int KNOCKING = 4_096;
    private static final int MAX_REQUEST_HEADER_BYTES = 8 * 1024;

    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";
    /** Pictures may be organizers' banners, wherever those are. */
    private static final String PAGE_POLICY =
            "default-src 'self'; img-src 'self' data: https:; object-src 'none'; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private final Javalin javalin;
    private final String bindAddress;
    private final int port;

    /** A server that waits for bodies as long as a server usually does. */
    public WebServer(String bindAddress, int port, List<Routes> routes) {
        this(bindAddress, port, BODY_PATIENCE, routes);
    }

    /**
     * A server that is not started yet.
     *
     * @param bodyPatience how long a request's body may take to arrive, all of it
     */
    public WebServer(String bindAddress, int port, Duration bodyPatience, List<Routes> routes) {
        this.bindAddress = bindAddress;
        this.port = port;
        this.javalin = Javalin.create(config -> {
            configureHttp(config);
            config.requestLogger.http(HttpMetrics::observe);
            config.routes.before(ctx -> begin(ctx, bodyPatience));
            ProblemAnswers.install(config.routes);
            routes.forEach(group -> group.register(config.routes));
        });
    }

    /** Starts to listen and tells the port. */
    public int start() {
        return javalin.start(bindAddress, port).port();
    }

    /** Answers what is being asked, and stops. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void begin(Context ctx, Duration bodyPatience) {
        ctx.header("X-Request-Id", Traces.begin(ctx));
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Referrer-Policy", "no-referrer");
        if (ctx.path().startsWith("/api/")) {
            ctx.header("Cache-Control", "no-store");
            ctx.header("Content-Security-Policy", API_POLICY);
        } else {
            ctx.header("Content-Security-Policy", PAGE_POLICY);
        }
        Bodies.take(ctx, bodyPatience);
    }

    private static void configureHttp(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.defaultContentType = "text/plain";
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(WebServer::configureJetty);
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new ServerProblems()));
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new ServerProblems());
            server.setStopTimeout(STOP_MILLIS);
            server.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStarting(LifeCycle starting) {
                    letCrowdsKnock(server);
                }
            });
        });
    }

    /** A crowd connects within a moment; the fifty that may knock at once by default would leave the others to try again seconds later. */
    private static void letCrowdsKnock(Server server) {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector socket) {
                socket.setAcceptQueueSize(KNOCKING);
            }
        }
    }

    private static void configureJetty(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_REQUEST_HEADER_BYTES);
        http.setIdleTimeout(IDLE_MILLIS);
    }

    /** Few platform threads that watch connections; each request runs on a virtual thread of its own and may block. */
    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS);
        pool.setName("http");
        pool.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        return pool;
    }
}
