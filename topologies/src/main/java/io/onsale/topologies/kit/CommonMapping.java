package io.onsale.topologies.kit;

import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every topology's mapping has in common. */
public final class CommonMapping {

    private CommonMapping() {}

    public static io.onsale.schemas.common.Refusal toAvro(Refusal refusal) {
        return new io.onsale.schemas.common.Refusal(
                refusal.code(), refusal.detail(), refusal.subjects(), refusal.suggestion());
    }

    /** A command of this schema's that the code does not know: written by a newer version of it. */
    public static IllegalArgumentException unknown(@Nullable Object body) {
        String what = body == null ? "nothing" : body.getClass().getName();
        return new IllegalArgumentException("this version does not know " + what);
    }

    /** The envelope of a command that a timer sends. */
    public static CommandEnvelope fromTimer(String topology, Instant now) {
        String id = UUID.randomUUID().toString();
        return new CommandEnvelope(id, null, id, new Actor(ActorKind.SYSTEM, topology), now, null);
    }

    /** The envelope of a command to another decider that an event brings about; the same event always makes the same one. */
    public static CommandEnvelope fromEvent(String topology, EventEnvelope event) {
        Actor sender = new Actor(ActorKind.SYSTEM, topology);
        return new CommandEnvelope(event.getId() + ">", event.getId(), event.getTraceId(), sender, event.getAt(), null);
    }
}
