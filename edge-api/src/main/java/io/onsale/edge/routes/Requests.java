package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Traces;
import io.onsale.edge.log.Commands.Request;
import io.onsale.schemas.common.Actor;
import java.util.Optional;

/** Makes of an HTTP request what its command needs of it. */
final class Requests {

    private static final byte[] NO_BODY = {};

    private Requests() {}

    /** A request that creates something, and so needs an idempotency key. */
    static Request creating(Context ctx, String route, Actor actor, byte[] body) {
        return new Request(route, actor, Traces.of(ctx), Optional.of(Params.idempotencyKey(ctx)), body);
    }

    /** A request that may have an idempotency key. */
    static Request changing(Context ctx, String route, Actor actor, byte[] body) {
        return new Request(route, actor, Traces.of(ctx), Params.optionalIdempotencyKey(ctx), body);
    }

    /** A request that is the same however often it is made, or one that only follows from another. */
    static Request plain(Context ctx, String route, Actor actor) {
        return new Request(route, actor, Traces.of(ctx), Optional.empty(), NO_BODY);
    }
}
