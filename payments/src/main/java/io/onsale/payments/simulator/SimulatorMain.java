package io.onsale.payments.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The simulated companies as a child process. Its arguments are the journal and the port; the login, the address that webhooks go to and the secret they are
 * signed with come as lines on standard input, where no other user can see them, and the end of standard input is the end of the parent and so its
 * own. It says {@code listening PORT} when it is open.
 */
public final class SimulatorMain {

    /** How it ends where its port is somebody else's. */
    public static final int PORT_IN_USE = 66;

    private static final String LOOPBACK = "127.0.0.1";
    private static final PrintStream OUT = System.out;

    private SimulatorMain() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String key = input.readLine();
        String url = input.readLine();
        String secret = input.readLine();
        if (arguments.length != 2 || key == null || url == null || secret == null) {
            throw new IllegalArgumentException(
                    "journal, port; login, address of webhooks and secret on standard input");
        }
        SimulatorSettings settings =
                SimulatorSettings.of(Path.of(arguments[0]), key).withWebhooks(url, secret);
        Simulators running = Simulators.start(settings, bind(Integer.parseInt(arguments[1])));
        // Ctrl-C reaches the whole process group; the parent decides when this ends.
        Runtime.getRuntime().addShutdownHook(new Thread(SimulatorMain::awaitEndOfProcess));
        OUT.println("listening " + running.port());
        OUT.flush();
        while (input.read() >= 0) {
            // Nothing more is expected; only the end counts.
        }
        running.close();
        // The server's threads linger for idle connections.
        Runtime.getRuntime().halt(0);
    }

    private static void awaitEndOfProcess() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpServer bind(int port) throws IOException {
        try {
            return Simulators.bind(LOOPBACK, port);
        } catch (BindException e) {
            System.err.println(e.getMessage());
            Runtime.getRuntime().halt(PORT_IN_USE);
            throw e;
        }
    }
}
