package io.onsale.edge.http;

import io.javalin.http.Context;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Spares clients what they already have. */
public final class Etags {
    private Etags() {}

    /** Names the answer; true where the client has it, and has been told so. */
    public static boolean isKnown(Context ctx, String tag) {
        String etag = "W/\"" + tag + "\"";
        ctx.header("ETag", etag);
        @Nullable String known = ctx.req().getHeader("If-None-Match");
        if (known != null
                && Arrays.stream(known.split(",", -1))
                        .map(String::strip)
                        .anyMatch(each -> each.equals("*") || each.equals(etag))) {
            ctx.status(304);
            return true;
        }
        return false;
    }
}
