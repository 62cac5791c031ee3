package io.onsale.edge.streams;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes events in the format of {@code text/event-stream}. */
public final class ServerSentEvent {
    /** A comment, which keeps a connection alive and tells whether anyone still listens. */
    static final byte[] HEARTBEAT = ascii(": \n\n");

    private ServerSentEvent() {}

    /** An event whose data is one line, as JSON without line breaks is; its id is what a listener comes back with. */
    public static byte[] of(String name, Optional<String> id, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 64);
        id.ifPresent(text -> out.writeBytes(ascii("id: " + text + "\n")));
        out.writeBytes(ascii("event: " + name + "\ndata: "));
        out.writeBytes(data);
        out.writeBytes(ascii("\n\n"));
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
