package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Traces;
import io.onsale.edge.log.Commands.Request;
import io.onsale.schemas.common.Actor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes of an HTTP request what its command needs of it. */
public final class Requests {

    private static final byte[] NO_BODY = {};

    private Requests() {}

    /** A request that creates something, and so needs an idempotency key. */
    public static Request creating(Context ctx, String route, Actor actor, byte[] body) {
        return new Request(route, actor, Traces.of(ctx), Optional.of(Params.idempotencyKey(ctx)), body);
    }

    /** A request that may have an idempotency key. */
    public static Request changing(Context ctx, String route, Actor actor, byte[] body) {
        return new Request(route, actor, Traces.of(ctx), Params.optionalIdempotencyKey(ctx), body);
    }

    /**
     * A request that may have an idempotency key and names in its path what it changes: such things share a route, so the name is part of what the key
     * stands for.
     */
    static Request changing(Context ctx, String route, Actor actor, String named, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(named.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        return changing(ctx, route, actor, bytes.toByteArray());
    }

    /** A request that is the same however often it is made, or one that only follows from another. */
    public static Request plain(Context ctx, String route, Actor actor) {
        return new Request(route, actor, Traces.of(ctx), Optional.empty(), NO_BODY);
    }
}
