package io.onsale.edge.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Request bodies: read once, whole, and never more nor longer than the edge accepts. */
public final class Bodies {

    /** The largest body that is accepted. */
    static final int MAX_BYTES = 64 * 1024;

    /** How much of a body that is too large is read and thrown away, so that its sender reads the answer and keeps the connection. */
    private static final int MAX_DRAINED_BYTES = 1024 * 1024;

    private static final int BUFFER_BYTES = 8 * 1024;
    private static final String ATTRIBUTE = "body";
    private static final byte[] NONE = {};

    private Bodies() {}

    /** Reads the body before any route sees the request; refuses what is too large, or not all there in time. */
    static void take(Context ctx, Duration patience) {
        long length = ctx.req().getContentLengthLong();
        if (length == 0 || !hasBody(ctx)) {
            return;
        }
        if (length > (header(ctx, "Expect") == null ? MAX_DRAINED_BYTES : MAX_BYTES)) {
            throw tooLarge().withHeader("Connection", "close").toException();
        }
        try (ArrivingBody body = new ArrivingBody(ctx.req(), patience)) {
            ctx.attribute(ATTRIBUTE, length < 0 || length > MAX_BYTES ? toTheEnd(body) : exactly((int) length, body));
        } catch (SocketTimeoutException late) {
            throw Problem.of(408, "body_too_slow", "A body has to arrive within " + patience.toSeconds() + " s.")
                    .withHeader("Connection", "close")
                    .toException();
        } catch (IOException e) {
            throw Problem.of(400, "incomplete_body", "The body ended before all of it had arrived.")
                    .withHeader("Connection", "close")
                    .toException();
        }
    }

    /** The body as a JSON object. */
    public static Fields object(Context ctx) {
        byte[] body = bytes(ctx);
        if (body.length == 0) {
            throw Json.malformed("it is empty").toException();
        }
        requireJson(header(ctx, "Content-Type"));
        if (Json.read(body) instanceof ObjectNode object) {
            return Fields.of(object);
        }
        throw Problem.of(400, "malformed_json", "The body has to be a JSON object.")
                .toException();
    }

    /** The body as it was sent, byte for byte. */
    public static byte[] bytes(Context ctx) {
        byte @Nullable [] taken = ctx.attribute(ATTRIBUTE);
        return taken == null ? NONE : taken;
    }

    private static boolean hasBody(Context ctx) {
        return header(ctx, "Content-Length") != null || header(ctx, "Transfer-Encoding") != null;
    }

    private static byte[] exactly(int length, ArrivingBody body) throws IOException {
        byte[] taken = new byte[length];
        int size = 0;
        while (size < length) {
            int count = body.read(taken, size, length - size);
            if (count < 0) {
                throw new EOFException();
            }
            size += count;
        }
        return taken;
    }

    private static byte[] toTheEnd(ArrivingBody body) throws IOException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER_BYTES];
        int size = 0;
        for (int count = 0; count >= 0; count = body.read(buffer, 0, buffer.length)) {
            size += count;
            if (size > MAX_DRAINED_BYTES) {
                throw tooLarge().withHeader("Connection", "close").toException();
            }
            if (size <= MAX_BYTES) {
                taken.write(buffer, 0, count);
            }
        }
        if (size > MAX_BYTES) {
            throw tooLarge().toException();
        }
        return taken.toByteArray();
    }

    private static Problem tooLarge() {
        return Problem.of(413, "body_too_large", "A body may have at most " + MAX_BYTES + " bytes.")
                .with("limit", MAX_BYTES);
    }

    private static void requireJson(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/json")) {
            throw Problem.of(415, "unsupported_media_type", "The body has to be application/json.")
                    .withHeader("Accept", "application/json")
                    .toException();
        }
    }

    private static @Nullable String header(Context ctx, String name) {
        return ctx.req().getHeader(name);
    }
}
