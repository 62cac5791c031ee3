package io.onsale.edge.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** A request's body as it arrives. Its sender has a time for all of it: a time for each piece alone would let it go on for ever. */
final class ArrivingBody implements AutoCloseable {

    private final InputStream bytes;
    private final EndPoint connection;
    private final long usualPatienceMillis;
    private final long deadline;

    ArrivingBody(HttpServletRequest request, Duration patience) throws IOException {
        bytes = request.getInputStream();
        connection = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        usualPatienceMillis = connection.getIdleTimeout();
        deadline = System.nanoTime() + patience.toNanos();
    }

    /**
     * Some bytes, waiting for them until the deadline; how many, or less than none at the end.
     *
     * @throws SocketTimeoutException if the body is late
     */
    int read(byte[] into, int from, int length) throws IOException {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("the body is late");
        }
        if (bytes.available() == 0) {
            connection.setIdleTimeout(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
        try {
            return bytes.read(into, from, length);
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException ? new SocketTimeoutException("the body is late") : e;
        }
    }

    /** Lets the connection be as patient again as it was. */
    @Override
    public void close() {
        if (connection.getIdleTimeout() != usualPatienceMillis) {
            connection.setIdleTimeout(usualPatienceMillis);
        }
    }
}
