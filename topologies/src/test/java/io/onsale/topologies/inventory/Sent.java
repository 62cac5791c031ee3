package io.onsale.topologies.inventory;

import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.Idempotency;
import io.onsale.schemas.inventory.Admission;
import io.onsale.schemas.inventory.HoldSeats;
import io.onsale.schemas.inventory.InventoryCommand;
import io.onsale.schemas.inventory.OpenShow;
import io.onsale.schemas.inventory.ReleaseHold;
import io.onsale.topologies.inventory.domain.Shows;
import io.onsale.topologies.show.ShowMapping;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Commands as an edge sends them. */
final class Sent {

    static final String HOLD = "POST /api/tickets/reserve";

    private Sent() {}

    static InventoryCommand open() {
        return open(Shows.oneNight());
    }

    static InventoryCommand open(ShowDefinition show) {
        return command("open", "system", null, new OpenShow(ShowMapping.toAvro(show)));
    }

    static InventoryCommand hold(String id, String fan, String... seats) {
        return command("command-" + id, fan, null, body(id, fan, seats));
    }

    /** A hold that may be sent again under its key; the digest stands for its body. */
    static InventoryCommand hold(String id, String fan, Idempotency key, String... seats) {
        return command("command-" + id, fan, key, body(id, fan, seats));
    }

    /** A hold by somebody who was let in. */
    static InventoryCommand holdBy(Admission admission, String id, String fan, String... seats) {
        HoldSeats hold = HoldSeats.newBuilder(body(id, fan, seats))
                .setAdmission(admission)
                .build();
        return command("command-" + id, fan, null, hold);
    }

    static InventoryCommand release(String id, String fan) {
        return command("release-" + id, fan, null, new ReleaseHold(id, fan));
    }

    /** A command as checkout sends it. */
    static InventoryCommand ofCheckout(String id, SpecificRecord body) {
        return of("checkout", id, body);
    }

    /** A command as admission sends it. */
    static InventoryCommand ofAdmission(String id, SpecificRecord body) {
        return of("admission", id, body);
    }

    private static InventoryCommand of(String topology, String id, SpecificRecord body) {
        return new InventoryCommand(
                new CommandEnvelope(
                        id, null, "trace-" + id, new Actor(ActorKind.SYSTEM, topology), Shows.OPENING, null),
                body);
    }

    static Idempotency key(String key, String digest) {
        return new Idempotency(HOLD, key, ByteBuffer.wrap(digest.getBytes(StandardCharsets.UTF_8)));
    }

    private static HoldSeats body(String id, String fan, String... seats) {
        return new HoldSeats(
                id, fan, null, null, List.of(seats), 0, false, true, List.of(), null, true, null, null, null);
    }

    private static InventoryCommand command(
            String id, String actor, @Nullable Idempotency idempotency, SpecificRecord body) {
        Actor sender = new Actor(ActorKind.FAN, actor);
        return new InventoryCommand(
                new CommandEnvelope(id, null, "trace-" + id, sender, Shows.OPENING, idempotency), body);
    }
}
