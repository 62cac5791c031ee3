package io.onsale.edge.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Request bodies: read once, whole, and never more than the edge accepts. */
public final class Bodies {

    /** The largest body that is accepted. */
    static final int MAX_BYTES = 64 * 1024;

    /** How much of a body that is too large is read and thrown away, so that its sender gets to read the answer. */
    private static final int MAX_DRAINED_BYTES = 1024 * 1024;

    private static final String ATTRIBUTE = "body";
    private static final byte[] NONE = {};

    private Bodies() {}

    /** Reads the body before any route sees the request; refuses what is too large. */
    static void take(Context ctx) {
        if (ctx.req().getContentLengthLong() == 0 || !hasBody(ctx)) {
            return;
        }
        try (InputStream body = ctx.req().getInputStream()) {
            ctx.attribute(ATTRIBUTE, read(body));
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
            return new Fields(object, "");
        }
        throw Problem.of(400, "malformed_json", "The body has to be a JSON object.")
                .toException();
    }

    private static byte[] bytes(Context ctx) {
        byte @Nullable [] taken = ctx.attribute(ATTRIBUTE);
        return taken == null ? NONE : taken;
    }

    private static boolean hasBody(Context ctx) {
        return header(ctx, "Content-Length") != null || header(ctx, "Transfer-Encoding") != null;
    }

    private static byte[] read(InputStream body) throws IOException {
        byte[] start = body.readNBytes(MAX_BYTES + 1);
        if (start.length <= MAX_BYTES) {
            return start;
        }
        drain(body);
        throw Problem.of(413, "body_too_large", "A body may have at most " + MAX_BYTES + " bytes.")
                .with("limit", MAX_BYTES)
                .withHeader("Connection", "close")
                .toException();
    }

    private static void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        int drained = 0;
        int count = 0;
        while (count >= 0 && drained < MAX_DRAINED_BYTES) {
            drained += count;
            count = body.read(buffer);
        }
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
