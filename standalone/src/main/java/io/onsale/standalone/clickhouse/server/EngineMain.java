package io.onsale.standalone.clickhouse.server;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The child process. Its arguments are the library, the data directory and the port; the two passwords come as lines on
 * standard input, where no other user can see them, and the end of standard input is the end of the parent and so its
 * own. It says {@code listening PORT} when it is ready.
 */
public final class EngineMain {

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private EngineMain() {}

    public static void main(String[] arguments) throws IOException {
        Libc.ignoreInterrupt();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String writer = input.readLine();
        String reader = input.readLine();
        if (arguments.length != 3 || writer == null || reader == null) {
            throw new IllegalArgumentException("library, data directory, port; two passwords on standard input");
        }
        Path data = Path.of(arguments[1]);
        DataLock lock = lock(data);
        EngineServer server =
                start(Path.of(arguments[0]), data, Integer.parseInt(arguments[2]), new Users(writer, reader));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, lock)));
        OUT.println("listening " + server.port());
        OUT.flush();
        while (input.read() >= 0) {
            // Nothing more is expected; only the end counts.
        }
        stop(server, lock);
    }

    private static DataLock lock(Path data) {
        try {
            return DataLock.acquire(data)
                    .orElseThrow(() -> fail(ExitStatus.DATA_IN_USE, "another process uses " + data));
        } catch (IOException e) {
            throw fail(ExitStatus.ENGINE_FAILED, "can't use " + data + ": " + e);
        }
    }

    private static EngineServer start(Path library, Path data, int port, Users users) {
        try {
            HttpServer http = EngineServer.bind(port);
            return EngineServer.start(http, Engine.open(library, data), users);
        } catch (BindException e) {
            throw fail(ExitStatus.PORT_IN_USE, String.valueOf(e.getMessage()));
        } catch (EngineException | IOException | UnsatisfiedLinkError e) {
            throw fail(ExitStatus.ENGINE_FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static void stop(EngineServer server, DataLock lock) {
        lock.hold(() -> {
            server.drain();
            Libc.exit(0);
        });
    }

    private static IllegalStateException fail(ExitStatus status, String reason) {
        ERR.println(reason);
        ERR.flush();
        Libc.exit(status.number());
        return new IllegalStateException("a process that has ended");
    }
}
