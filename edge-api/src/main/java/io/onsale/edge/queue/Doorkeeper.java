package io.onsale.edge.queue;

import io.javalin.http.Context;
import io.onsale.edge.auth.Caller;
import io.onsale.edge.auth.Throttles;
import io.onsale.edge.http.Fields;
import io.onsale.edge.http.Problem;
import io.onsale.edge.queue.challenge.Challenges;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.WaitingRoom;
import io.onsale.waiting.JoinBounds;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;

/** Keeps out who comes too often from one place, and has the others show that they mean it where the room wants that. */
final class Doorkeeper {
    private static final String DEVICE = "X-Device-Id";
    private static final int MAX_DEVICE = 128;
    /** An address may try this many times for each place it may have. */
    private static final int TRIES = 4;

    private static final int FEWEST_PER_MINUTE = 60;

    private final Throttles throttles;
    private final Challenges challenges;
    private final KnownFans known;

    /** Where somebody joins from. */
    record Visitor(String address, Optional<String> device) {}

    Doorkeeper(Throttles throttles, Challenges challenges, KnownFans known) {
        this.throttles = throttles;
        this.challenges = challenges;
        this.known = known;
    }

    /**
     * Where a join comes from; refused where it may not pass. Whoever has a place passed before, perhaps at another edge, is asked nothing again, and counts
     * against nobody else.
     */
    Visitor letPass(
            Context ctx, Caller caller, String eventId, EventDefinition event, ByteBuffer request, Fields body) {
        WaitingRoom room = Objects.requireNonNull(event.getWaitingRoom());
        Visitor visitor = new Visitor(throttles.address(ctx), device(ctx));
        if (known.has(eventId, caller.accountId(), request)) {
            throttles.takeJoinAgain(ctx, eventId + "\n" + caller.accountId(), perMinute(room.getMaxPerAddress()));
        } else {
            throttle(ctx, eventId, room, visitor);
            challenges.check(room.getChallenge(), eventId, caller.accountId(), visitor.address(), body);
        }
        return visitor;
    }

    private void throttle(Context ctx, String eventId, WaitingRoom room, Visitor visitor) {
        throttles.takeJoin(ctx, eventId + "\n" + visitor.address(), perMinute(room.getMaxPerAddress()));
        visitor.device()
                .ifPresentOrElse(
                        device -> throttles.takeJoin(
                                ctx, eventId + "\ndevice\n" + device, perMinute(room.getMaxPerDevice())),
                        () -> throttles.takeJoin(
                                ctx, eventId + "\nno device\n" + visitor.address(), perMinute(withoutDevice(room))));
    }

    private static int withoutDevice(WaitingRoom room) {
        return JoinBounds.withoutDevice(room.getMaxPerAddress(), room.getMaxPerDevice());
    }

    private static int perMinute(int places) {
        return Math.clamp((long) places * TRIES, FEWEST_PER_MINUTE, Integer.MAX_VALUE);
    }

    private static Optional<String> device(Context ctx) {
        String device = ctx.req().getHeader(DEVICE);
        if (device == null || device.isBlank()) {
            return Optional.empty();
        }
        if (device.length() > MAX_DEVICE || !device.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw Problem.of(400, "invalid_field", "The header X-Device-Id is 1 to 128 printable ASCII characters.")
                    .with("field", DEVICE)
                    .toException();
        }
        return Optional.of(device);
    }
}
