package io.onsale.topologies.catalogue.domain;

import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.WaitingRoom;
import io.onsale.waiting.RoomBounds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may still be changed about the waiting room of a published event.
 *
 * <p>A room may be added until the sale begins, and never be taken away. Until it opens everything about it may change except its beacon, which would
 * else be chosen with its value in sight. Once fans may have joined, only the draw may be put off; how many are let in is then controlled at the room.
 * Once the room is closed because the sale was over, the sale stays over.
 */
final class WaitingRoomEdits {

    /** A change reaches the room a moment after it was judged here, and must not find it open or drawn by then. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private final WaitingRoom now;
    private final WaitingRoom changed;
    private final List<String> fields;

    private WaitingRoomEdits(WaitingRoom now, WaitingRoom changed, List<String> fields) {
        this.now = now;
        this.changed = changed;
        this.fields = fields;
    }

    /** Adds the fields that may not be changed so. */
    static void judge(ShowDefinition now, ShowDefinition changed, Instant at, List<String> fields) {
        WaitingRoom before = now.waitingRoom();
        WaitingRoom after = changed.waitingRoom();
        if (before == null || after == null) {
            boolean safe = before == null && (after == null || begins(now, at));
            add("waiting_room", safe, fields);
            return;
        }
        WaitingRoomEdits edits = new WaitingRoomEdits(before, after, fields);
        edits.keep("beacon", before.beacon(), after.beacon());
        if (!at.isBefore(before.opensAt().minus(ON_ITS_WAY))) {
            edits.keepEverything();
            add("on_sale_at", mayBeDrawn(now, changed, at), fields);
        }
        add("sale_ends_at", maySell(now, changed, at), fields);
    }

    private void keepEverything() {
        keep("opens_at", now.opensAt(), changed.opensAt());
        keep("policy", now.policy(), changed.policy());
        keep("max_concurrent", now.pace().maxConcurrent(), changed.pace().maxConcurrent());
        keep("admit_per_second", now.pace().admitPerSecond(), changed.pace().admitPerSecond());
        keep(
                "arrive_within_seconds",
                now.pace().arriveWithinSeconds(),
                changed.pace().arriveWithinSeconds());
        keep("max_per_address", now.joining().maxPerAddress(), changed.joining().maxPerAddress());
        keep("max_per_device", now.joining().maxPerDevice(), changed.joining().maxPerDevice());
    }

    /** Whoever joined for one instant is not drawn at an earlier one, and no line is drawn twice. */
    private static boolean mayBeDrawn(ShowDefinition now, ShowDefinition changed, Instant at) {
        Instant before = now.terms().onSaleAt();
        Instant after = changed.terms().onSaleAt();
        return after.equals(before) || (after.isAfter(before) && begins(now, at));
    }

    /** Whether the sale is still to begin by the time a change arrives. */
    private static boolean begins(ShowDefinition show, Instant at) {
        return at.isBefore(show.terms().onSaleAt().minus(ON_ITS_WAY));
    }

    /** Nothing is sold any more to whoever was not let in, and no line that is closed opens again. */
    private static boolean maySell(ShowDefinition now, ShowDefinition changed, Instant at) {
        boolean same = Objects.equals(now.terms().saleEndsAt(), changed.terms().saleEndsAt());
        return same || (!isShut(now, at) && !isShut(changed, at));
    }

    /** Whether the room has closed by the time a change arrives, because the sale has been over for so long. */
    private static boolean isShut(ShowDefinition show, Instant at) {
        return !at.plus(ON_ITS_WAY).minus(RoomBounds.STAYS_AFTER_SALE).isBefore(show.saleEnd());
    }

    private void keep(String field, @Nullable Object before, @Nullable Object after) {
        add("waiting_room." + field, Objects.equals(before, after), fields);
    }

    private static void add(String field, boolean safe, List<String> fields) {
        if (!safe && !fields.contains(field)) {
            fields.add(field);
        }
    }
}
