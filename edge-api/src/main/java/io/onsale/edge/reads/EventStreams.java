package io.onsale.edge.reads;

import io.javalin.http.Context;

/** How a stream of server-sent events begins. */
public final class EventStreams {
    private EventStreams() {}

    /** Answers with a stream from here on. */
    public static void begin(Context ctx) {
        ctx.status(200).disableCompression();
        ctx.res().setContentType("text/event-stream; charset=utf-8");
        ctx.header("Cache-Control", "no-store");
        // A proxy in front must not wait for the end before it passes anything on.
        ctx.header("X-Accel-Buffering", "no");
    }
}
