package io.onsale.benchmarks.queue;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection that speaks Redis's protocol as far as a line in a sorted set needs it: commands of words, answers of one line or one value. */
final class RespClient implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RespClient(String host, int port) throws IOException {
        this.socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    /** Sends a command with the next flush. */
    void send(String... words) throws IOException {
        StringBuilder command =
                new StringBuilder().append('*').append(words.length).append("\r\n");
        for (String word : words) {
            command.append('$')
                    .append(word.length())
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        out.write(command.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    void flush() throws IOException {
        out.flush();
    }

    /** The next answer, as text. */
    String answer() throws IOException {
        String line = line();
        char kind = line.charAt(0);
        if (kind == '-') {
            throw new IOException("Redis answered " + line);
        }
        if (kind != '$' || line.startsWith("$-")) {
            return line.substring(1);
        }
        byte[] value = in.readNBytes(Integer.parseInt(line.substring(1)));
        var unused = line();
        return new String(value, StandardCharsets.UTF_8);
    }

    /** One command and its answer. */
    String ask(String... words) throws IOException {
        send(words);
        flush();
        return answer();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(16);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("Redis closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
