package io.onsale.edge.pages;

import io.javalin.http.Context;
import io.onsale.edge.http.Etags;
import io.onsale.edge.http.Gzip;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file that is served as it is, kept in memory both plain and packed. */
final class Asset {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml");

    private final String contentType;
    private final byte[] plain;
    // Packed for the first who takes it so; that two do it at once does no harm.
    private volatile byte @Nullable [] packed;
    private final String tag;

    private Asset(String contentType, byte[] plain) {
        this.contentType = contentType;
        this.plain = plain;
        this.tag = UUID.nameUUIDFromBytes(plain).toString();
    }

    /** A file on the class path. */
    static Asset of(String resource) {
        return of(resource, read(resource));
    }

    /** Content under a name, whose ending tells its type. */
    static Asset of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        @Nullable String type = TYPES.get(ending);
        if (type == null) {
            throw new IllegalArgumentException("Pages have no files of type " + ending);
        }
        return new Asset(type, content);
    }

    /** Answers with it; clients ask each time whether theirs is still the same. */
    void answer(Context ctx) {
        ctx.header("Cache-Control", "no-cache").header("Vary", "Accept-Encoding");
        if (!Etags.isKnown(ctx, tag)) {
            write(ctx);
        }
    }

    /** Puts it in the place of an answer whose status stands. */
    void write(Context ctx) {
        ctx.contentType(contentType).disableCompression();
        if (Gzip.accepted(ctx)) {
            ctx.header("Content-Encoding", "gzip").result(packed());
        } else {
            ctx.result(plain);
        }
    }

    private byte[] packed() {
        byte @Nullable [] known = packed;
        if (known == null) {
            known = Gzip.pack(plain);
            packed = known;
        }
        return known;
    }

    static byte[] read(String resource) {
        try (@Nullable InputStream in = Asset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The file " + resource + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + resource + " can't be read", e);
        }
    }
}
