package io.onsale.topologies.testing;

import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.Idempotency;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Envelopes of commands that an edge sends. */
public final class Envelopes {

    private Envelopes() {}

    public static CommandEnvelope of(String commandId) {
        return envelope(commandId).build();
    }

    /** Of a request whose client may repeat it under a key; the text stands for its body. */
    public static CommandEnvelope repeatable(String commandId, String key, String body) {
        ByteBuffer digest = ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8));
        return envelope(commandId)
                .setIdempotency(new Idempotency("POST /api/test", key, digest))
                .build();
    }

    private static CommandEnvelope.Builder envelope(String commandId) {
        return CommandEnvelope.newBuilder()
                .setCommandId(commandId)
                .setTraceId("trace")
                .setActor(new Actor(ActorKind.ANONYMOUS, "anonymous"))
                .setIssuedAt(TopologyBench.START);
    }
}
