package io.onsale.edge.queue;

import io.onsale.edge.views.queue.QueueRoom;
import io.onsale.edge.views.queue.Shopper;
import io.onsale.edge.views.queue.Stage;
import io.onsale.edge.views.queue.Standing;
import io.onsale.schemas.admission.Cohort;
import io.onsale.schemas.admission.JoinAnswer;
import io.onsale.schemas.admission.JoinedPlace;
import io.onsale.schemas.admission.PlaceState;
import io.onsale.waiting.RoomPhase;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A place as its fan is told of it. Every member is always there; what is not known is null. */
final class PlaceJson {
    private final Clock clock;

    PlaceJson(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a fan is told.
     *
     * @param version the last of the room's facts that it takes into account
     */
    record Told(long version, Map<String, @Nullable Object> json) {
        boolean isAdmitted() {
            return "admitted".equals(json.get("phase"));
        }

        boolean isEnded() {
            return "ended".equals(json.get("phase"));
        }
    }

    /** How a place stands at this moment, every member of it; nothing of one that is not in view, or forgotten. */
    Optional<Told> now(QueueRoom room, long sequence) {
        return room.atOnce(() ->
                room.standing(sequence).map(standing -> new Told(standing.version(), of(room, standing))));
    }

    /** A place that was just given and is not in view yet. */
    Map<String, @Nullable Object> of(QueueRoom room, JoinAnswer answer, JoinedPlace place) {
        @Nullable String admission = answer.getAdmissionId();
        @Nullable Instant until = answer.getAdmissionEndsAt();
        return of(
                room,
                new Standing(
                        0,
                        place.getSequence(),
                        stage(answer.getState()),
                        place.getCohort() != Cohort.FIRST || room.phase(clock.instant()) == RoomPhase.LINE,
                        OptionalInt.empty(),
                        0,
                        place.getJoinedAt(),
                        admission == null || until == null
                                ? Optional.empty()
                                : Optional.of(new Shopper(admission, until))));
    }

    /** The log's word for an end does not say which it was; the view does as soon as it has it. */
    private static Stage stage(PlaceState state) {
        return switch (state) {
            case WAITING -> Stage.WAITING;
            case ADMITTED -> Stage.ADMITTED;
            case ARRIVED -> Stage.ARRIVED;
            case LEFT -> Stage.LEFT;
            case ENDED -> Stage.EXPIRED;
        };
    }

    private Map<String, @Nullable Object> of(QueueRoom room, Standing standing) {
        Instant now = clock.instant();
        RoomPhase phase = room.phase(now);
        String word = phase(phase, standing);
        // Whoever still waited when the room was closed has a rank, and nothing to wait for.
        OptionalInt ahead = word.equals("ended") ? OptionalInt.empty() : standing.ahead();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("event_id", room.eventId());
        json.put("phase", word);
        json.put("queue_position", ahead.isPresent() ? ahead.getAsInt() + 1 : null);
        json.put("people_ahead", ahead.isPresent() ? ahead.getAsInt() : null);
        json.put("percent", ahead.isPresent() ? standing.percent().getAsInt() : null);
        json.put("estimated_wait_time", ahead.isPresent() ? wait(room, ahead.getAsInt()) : null);
        json.put(
                "expires_at",
                standing.shopper()
                        .map(Shopper::expiresAt)
                        .map(Instant::toString)
                        .orElse(null));
        json.put("ended", ended(phase, standing.stage()));
        json.put("room", room(room, phase));
        return json;
    }

    private static Map<String, Object> room(QueueRoom room, RoomPhase phase) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("phase", phase.word());
        QueueRoom.Control control = room.control();
        json.put("state", Words.of(control.state()));
        json.put("joinable", control.joinable());
        json.put("draws_at", room.terms().getDrawsAt().toString());
        return json;
    }

    /** In whole seconds, rounded up. */
    private static @Nullable Object wait(QueueRoom room, int ahead) {
        var seconds = room.waitFor(ahead + 1);
        return seconds.isPresent() ? (long) Math.ceil(seconds.getAsDouble()) : null;
    }

    /** Where a place is, in the four words that clients know. */
    static String phase(RoomPhase room, Standing standing) {
        if (standing.stage().shops()) {
            return "admitted";
        }
        if (standing.stage().ended() || room == RoomPhase.CLOSED) {
            return "ended";
        }
        return standing.inLine() ? "waiting" : "pre_queue";
    }

    private static @Nullable String ended(RoomPhase room, Stage stage) {
        if (stage.ended()) {
            return stage.word();
        }
        return room == RoomPhase.CLOSED && !stage.shops() ? "closed" : null;
    }
}
