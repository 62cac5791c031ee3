package io.onsale.edge.http;

import io.javalin.http.Context;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id that follows one request through the log: the client's by W3C trace context, else a new one. */
public final class Traces {

    private static final String ATTRIBUTE = "trace";
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String NO_TRACE = "0".repeat(32);

    private Traces() {}

    /** The trace of this request. */
    public static String of(Context ctx) {
        @Nullable String known = ctx.attribute(ATTRIBUTE);
        return known == null ? begin(ctx) : known;
    }

    static String begin(Context ctx) {
        String trace = clients(ctx.req().getHeader("traceparent"));
        ctx.attribute(ATTRIBUTE, trace);
        return trace;
    }

    private static String clients(@Nullable String parent) {
        if (parent != null) {
            Matcher matcher = TRACE_PARENT.matcher(parent);
            if (matcher.matches() && !matcher.group(1).equals(NO_TRACE)) {
                return matcher.group(1);
            }
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
