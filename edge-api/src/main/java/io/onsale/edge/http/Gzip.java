package io.onsale.edge.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The encoding in which answers travel to clients that take it. */
public final class Gzip {
    private Gzip() {}

    /** Whether the client of a request takes it. */
    public static boolean accepted(Context ctx) {
        @Nullable String accepted = ctx.req().getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
    }

    /** These bytes in it. */
    public static byte[] pack(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, plain.length / 2));
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }
}
