package io.onsale.edge.reads;

import io.javalin.http.Context;

/** How a stream of server-sent events begins. */
final class EventStreams {
    private EventStreams() {}

    static void begin(Context ctx) {
        ctx.status(200).disableCompression();
        ctx.res().setContentType("text/event-stream; charset=utf-8");
        ctx.header("Cache-Control", "no-store");
        // A proxy in front must not wait for the end before it passes anything on.
        ctx.header("X-Accel-Buffering", "no");
    }
}
