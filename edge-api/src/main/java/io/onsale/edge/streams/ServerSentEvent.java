package io.onsale.edge.streams;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes events in the format of {@code text/event-stream}. */
public final class ServerSentEvent {
    /** A comment, which keeps a connection alive and tells whether anyone still listens. */
    public static final byte[] HEARTBEAT = ascii(": \n\n");

    private static final byte[] END = ascii("\n\n");

    private ServerSentEvent() {}

    /** An event whose data is one line, as JSON without line breaks is; its id is what a listener comes back with. */
    public static byte[] of(String name, Optional<String> id, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 64);
        out.writeBytes(head(name, id));
        out.writeBytes(data);
        out.writeBytes(END);
        return out.toByteArray();
    }

    /** Writes an event whose data is written as it is made. */
    public static void write(OutputStream out, String name, Optional<String> id, Data data) throws IOException {
        out.write(head(name, id));
        data.writeTo(out);
        out.write(END);
    }

    /** One line, as JSON without line breaks is. */
    @FunctionalInterface
    public interface Data {
        void writeTo(OutputStream out) throws IOException;
    }

    private static byte[] head(String name, Optional<String> id) {
        return ascii(id.map(text -> "id: " + text + "\n").orElse("") + "event: " + name + "\ndata: ");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
