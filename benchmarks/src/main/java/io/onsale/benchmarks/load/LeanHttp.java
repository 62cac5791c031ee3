package io.onsale.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One keep-alive HTTP/1.1 connection that costs next to nothing; a broken one fails one request and is replaced for the next.
 *
 * <p>On the machine it measures a load generator competes for the same cores, so it must not be the JDK's full client: this one reads a
 * status, a length and a body, and nothing else.
 */
public final class LeanHttp implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final URI server;
    private @Nullable Connection connection;

    private record Connection(Socket socket, InputStream in, OutputStream out) {}

    /** An answer: its status and its body. */
    public record Answer(int status, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Connects at the first request. */
    public LeanHttp(URI server) {
        this.server = server;
    }

    /**
     * Sends a POST and reads its answer.
     *
     * @param headers further header lines, each ended by CRLF
     */
    public Answer post(String path, String headers, String json) throws IOException {
        return send("POST", path, headers, json);
    }

    /** Sends a GET and reads its answer; the headers as those of a POST. */
    public Answer get(String path, String headers) throws IOException {
        return send(("GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a request of any method that has a body, and reads its answer. */
    public Answer send(String method, String path, String headers, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n";
        byte[] request = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(StandardCharsets.ISO_8859_1), 0, request, 0, head.length());
        System.arraycopy(body, 0, request, head.length(), body.length);
        return send(request);
    }

    private Answer send(byte[] request) throws IOException {
        Connection open = connection == null ? connect() : connection;
        connection = open;
        try {
            open.out.write(request);
            return read(open.in);
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    private Connection connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT_MILLIS);
            return new Connection(
                    socket, new BufferedInputStream(socket.getInputStream(), 4096), socket.getOutputStream());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Answer read(InputStream in) throws IOException {
        String statusLine = line(in);
        int status = Integer.parseInt(statusLine.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String name = header.substring(0, Math.max(0, header.indexOf(':'))).toLowerCase(Locale.ROOT);
            if (name.equals("content-length")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (name.equals("transfer-encoding")) {
                chunked = true;
            }
        }
        if (chunked) {
            throw new IOException("this client reads bodies of known length only");
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("connection closed within an answer");
        }
        return new Answer(status, body);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("connection closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        Connection open = connection;
        connection = null;
        if (open == null) {
            return;
        }
        try {
            open.socket.close();
        } catch (IOException gone) {
            // A connection that cannot be closed is closed.
        }
    }
}
