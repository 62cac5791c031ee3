package io.onsale.standalone.audit.rules;

import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.AdmissionEnded;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.PlaceFreed;
import io.onsale.schemas.admission.Room;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomOpened;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.inventory.HoldExpired;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import io.onsale.schemas.inventory.ShopperClosed;
import io.onsale.schemas.inventory.ShopperClosing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * No more fans shop at once than the limit in force when the last was let in, counting everybody who still can: a place is free only because inventory has
 * closed its admission, with which nothing is held by then nor ever after, and every admission comes to that. Nobody holds anything past the room, and nobody is let in faster than its pace.
 *
 * <p>Admission's and inventory's events come in no order to each other, so what one says of the other is compared at the end.
 */
public final class AdmissionLimits extends AdmissionRule {

    private static final String ADMISSION = "admission_id";

    /** A command that an event brings about is named by that event and this. */
    private static final String TELLS = ">";

    /** What is younger may have its counterpart behind the end of what was read. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private static final class Hall {
        private @Nullable Room room;
        private int limit;
        private int perSecond;
        private RoomState state = RoomState.OPEN;
        private int shopping;
        private final Map<String, Shopper> shoppers = new HashMap<>();
        private final LastSecond letIn = new LastSecond();
    }

    private final Map<String, Hall> halls = new HashMap<>();
    private final OpenHolds open = new OpenHolds();
    private final Bypasses bypasses = new Bypasses();
    private long checked;

    public AdmissionLimits() {
        super(Check.ADMISSIONS);
    }

    private Hall hall(Logged logged) {
        return halls.computeIfAbsent(logged.key(), event -> new Hall());
    }

    private Shopper shopper(Logged logged, String admissionId) {
        return hall(logged).shoppers.computeIfAbsent(admissionId, id -> new Shopper());
    }

    @Override
    void opened(Logged logged, Instant at, RoomOpened opened) {
        bypasses.opened(logged.key(), at);
        changed(logged, at, opened.getRoom());
    }

    @Override
    void changed(Logged logged, Instant at, Room room) {
        Hall hall = hall(logged);
        Room before = hall.room;
        boolean same = before != null
                && before.getMaxConcurrent() == room.getMaxConcurrent()
                && before.getAdmitPerSecond() == room.getAdmitPerSecond();
        // Terms that say nothing new of the limit leave what the organizer has set since.
        if (!same) {
            hall.limit = room.getMaxConcurrent();
            hall.perSecond = room.getAdmitPerSecond();
        }
        hall.room = room;
    }

    @Override
    void controlled(Logged logged, RoomControlled controlled) {
        Hall hall = hall(logged);
        hall.limit = controlled.getMaxConcurrent();
        hall.perSecond = controlled.getAdmitPerSecond();
        hall.state = controlled.getState();
    }

    @Override
    void admitted(Logged logged, Instant at, FansAdmitted admitted) {
        Hall hall = hall(logged);
        for (Admission admission : admitted.getAdmissions()) {
            checked++;
            Shopper shopper = shopper(logged, admission.getAdmissionId());
            if (shopper.admitted != null) {
                report(logged, "an admission is given twice", ADMISSION, admission.getAdmissionId());
                continue;
            }
            shopper.admitted = admission.getFanId();
            shopper.expiresAt = admission.getExpiresAt();
            hall.shopping++;
        }
        if (hall.shopping > hall.limit) {
            report(logged, "%d shop at once where %d may".formatted(hall.shopping, hall.limit));
        }
        if (admitted.getLimit() != hall.limit) {
            report(logged, "a limit of %d is told where %d is in force".formatted(admitted.getLimit(), hall.limit));
        }
        tells(logged, admitted.getShopping());
        if (hall.state == RoomState.PAUSED || hall.state == RoomState.CLOSED) {
            report(logged, "fans are let in while nobody is to be");
        }
        paced(logged, at, admitted.getAdmissions().size());
    }

    private void paced(Logged logged, Instant at, int admitted) {
        Hall hall = hall(logged);
        hall.letIn.add(at, admitted, hall.perSecond);
        int count = hall.letIn.count();
        int most = hall.letIn.most();
        if (count > most) {
            report(logged, "%d are let in within a second where %d may be".formatted(count, most));
        }
    }

    private void tells(Logged logged, int shopping) {
        int counted = hall(logged).shopping;
        if (shopping != counted) {
            report(logged, "%d are told to shop where %d do".formatted(shopping, counted));
        }
    }

    @Override
    void ended(Logged logged, Instant at, AdmissionEnded over) {
        Shopper shopper = shopper(logged, over.getAdmissionId());
        if (shopper.admitted == null || shopper.over()) {
            String what = shopper.over() ? "an admission ends twice" : "an admission ends that was never given";
            report(logged, what, ADMISSION, over.getAdmissionId());
        }
        if (shopper != Shopper.GONE) {
            shopper.endedAt = at;
        }
    }

    @Override
    void freed(Logged logged, EventEnvelope envelope, PlaceFreed freed) {
        Shopper shopper = shopper(logged, freed.getAdmissionId());
        if (shopper.admitted == null || shopper.freedAt != null) {
            report(logged, "a place is free that nobody had", ADMISSION, freed.getAdmissionId());
            return;
        }
        if (!shopper.over()) {
            report(logged, "a place is free whose admission has not ended", ADMISSION, freed.getAdmissionId());
        }
        shopper.freedAt = envelope.getAt();
        shopper.freedBy = envelope.getCausationId();
        hall(logged).shopping--;
        forget(logged, freed.getAdmissionId(), shopper);
        tells(logged, freed.getShopping());
    }

    @Override
    void other(Logged logged) {
        if (logged.value() instanceof InventoryEvent event) {
            EventEnvelope envelope = event.getEnvelope();
            switch (event.getBody()) {
                case SeatsHeld held -> held(logged, envelope.getAt(), held);
                case ShopperClosing closing -> shopper(logged, closing.getAdmissionId()).closing = true;
                case ShopperClosed closed -> closed(logged, envelope.getId(), closed.getAdmissionId());
                case HoldReleased released -> open.end(released.getHoldId());
                case HoldExpired expired -> open.end(expired.getHoldId());
                case SeatsConfirmed confirmed -> open.end(confirmed.getHoldId());
                case SeatsReturned back -> open.end(back.getHoldId());
                default -> {}
            }
        }
    }

    private void closed(Logged logged, String eventId, String id) {
        Set<String> left = open.take(id);
        if (!left.isEmpty()) {
            String holds = String.join(" ", left);
            report(logged, "an admission is closed that still holds something", ADMISSION, id, Ids.HOLD, holds);
        }
        Shopper shopper = shopper(logged, id);
        if (shopper == Shopper.GONE) {
            return;
        }
        shopper.closing = true;
        shopper.toldClosed.add(eventId + TELLS);
        forget(logged, id, shopper);
    }

    private void forget(Logged logged, String id, Shopper shopper) {
        if (shopper.gone()) {
            hall(logged).shoppers.put(id, Shopper.GONE);
        }
    }

    private void held(Logged logged, Instant at, SeatsHeld held) {
        String id = held.getAdmissionId();
        if (id == null) {
            bypasses.hold(logged.key(), held.getHoldId(), at);
            return;
        }
        Shopper shopper = shopper(logged, id);
        if (shopper.closing) {
            report(
                    logged,
                    "seats are held with an admission that is closed",
                    ADMISSION,
                    id,
                    Ids.HOLD,
                    held.getHoldId());
            return;
        }
        Instant endsAt = held.getAdmissionEndsAt();
        if (endsAt != null && !at.isBefore(endsAt)) {
            report(
                    logged,
                    "seats are held with an admission that has expired",
                    ADMISSION,
                    id,
                    Ids.HOLD,
                    held.getHoldId());
        }
        if (shopper.held != null && !shopper.held.equals(held.getFanId())) {
            report(logged, "seats are held with another fan's admission", ADMISSION, id, Ids.FAN, held.getFanId());
        }
        shopper.held = held.getFanId();
        shopper.heldAt = at;
        if (endsAt != null && endsAt.isAfter(shopper.letInUntil)) {
            shopper.letInUntil = endsAt;
        }
        open.hold(id, held.getHoldId());
    }

    @Override
    public List<Finding> end(Instant now) {
        List<Finding> findings = new ArrayList<>(bypasses.findings(check()));
        Instant settled = now.minus(SETTLED);
        halls.forEach((event, hall) -> hall.shoppers.forEach((id, shopper) -> {
            String wrong = shopper.wrong(settled, now);
            if (wrong != null) {
                findings.add(Finding.without(check(), wrong, Ids.of(Ids.EVENT, event, ADMISSION, id)));
            }
        }));
        return findings;
    }

    @Override
    public long checked() {
        return checked;
    }
}
