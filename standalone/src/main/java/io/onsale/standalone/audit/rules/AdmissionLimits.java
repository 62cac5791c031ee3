package io.onsale.standalone.audit.rules;

import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.AdmissionEnded;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.PlaceFreed;
import io.onsale.schemas.admission.Room;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomOpened;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.ShopperClosed;
import io.onsale.schemas.inventory.ShopperClosing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * No more fans shop at once than the limit in force when the last was let in, counting everybody who still can: a place is free only after inventory has
 * closed its admission, and nothing is held with it from then on.
 *
 * <p>Admission's and inventory's events come in no order to each other, so what one says of the other is compared at the end.
 */
public final class AdmissionLimits extends AdmissionRule {

    private static final String ADMISSION = "admission_id";

    /** Two brokers' clocks are no further apart. */
    private static final Duration CLOCKS = Duration.ofSeconds(1);

    /** What is younger may have its counterpart behind the end of what was read. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    /** Somebody who was let in. */
    private static final class Shopper {
        private @Nullable String admitted;
        private @Nullable String held;
        private boolean over;
        private boolean closing;
        private @Nullable Instant heldAt;
        private @Nullable Instant freedAt;
        private @Nullable Instant closedAt;
    }

    /** Whoever has gone for good and did nothing wrong; there may be millions, so they are one. Nothing changes it any more. */
    private static final Shopper GONE = gone();

    private static Shopper gone() {
        Shopper shopper = new Shopper();
        shopper.admitted = "";
        shopper.over = true;
        shopper.closing = true;
        shopper.closedAt = Instant.EPOCH;
        shopper.freedAt = Instant.EPOCH;
        return shopper;
    }

    private static final class Hall {
        private @Nullable Room room;
        private int limit;
        private RoomState state = RoomState.OPEN;
        private int shopping;
        private final Map<String, Shopper> shoppers = new HashMap<>();
    }

    private final Map<String, Hall> halls = new HashMap<>();
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
    void opened(Logged logged, RoomOpened opened) {
        changed(logged, opened.getRoom());
    }

    @Override
    void changed(Logged logged, Room room) {
        Hall hall = hall(logged);
        Room before = hall.room;
        boolean same = before != null
                && before.getMaxConcurrent() == room.getMaxConcurrent()
                && before.getAdmitPerSecond() == room.getAdmitPerSecond();
        // Terms that say nothing new of the limit leave what the organizer has set since.
        if (!same) {
            hall.limit = room.getMaxConcurrent();
        }
        hall.room = room;
    }

    @Override
    void controlled(Logged logged, RoomControlled controlled) {
        Hall hall = hall(logged);
        hall.limit = controlled.getMaxConcurrent();
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
    }

    private void tells(Logged logged, int shopping) {
        int counted = hall(logged).shopping;
        if (shopping != counted) {
            report(logged, "%d are told to shop where %d do".formatted(shopping, counted));
        }
    }

    @Override
    void ended(Logged logged, AdmissionEnded over) {
        Shopper shopper = shopper(logged, over.getAdmissionId());
        if (shopper.admitted == null || shopper.over) {
            String what = shopper.over ? "an admission ends twice" : "an admission ends that was never given";
            report(logged, what, ADMISSION, over.getAdmissionId());
        }
        shopper.over = true;
    }

    @Override
    void freed(Logged logged, Instant at, PlaceFreed freed) {
        Shopper shopper = shopper(logged, freed.getAdmissionId());
        if (shopper.admitted == null || shopper.freedAt != null) {
            report(logged, "a place is free that nobody had", ADMISSION, freed.getAdmissionId());
            return;
        }
        if (!shopper.over) {
            report(logged, "a place is free whose admission has not ended", ADMISSION, freed.getAdmissionId());
        }
        shopper.freedAt = at;
        hall(logged).shopping--;
        forget(logged, freed.getAdmissionId(), shopper);
        tells(logged, freed.getShopping());
    }

    @Override
    void other(Logged logged) {
        if (logged.value() instanceof InventoryEvent event) {
            Instant at = event.getEnvelope().getAt();
            switch (event.getBody()) {
                case SeatsHeld held -> held(logged, at, held);
                case ShopperClosing closing -> shopper(logged, closing.getAdmissionId()).closing = true;
                case ShopperClosed closed -> closed(logged, at, closed.getAdmissionId());
                default -> {}
            }
        }
    }

    private void closed(Logged logged, Instant at, String id) {
        Shopper shopper = shopper(logged, id);
        shopper.closing = true;
        shopper.closedAt = Objects.requireNonNullElse(shopper.closedAt, at);
        forget(logged, id, shopper);
    }

    private void forget(Logged logged, String id, Shopper shopper) {
        boolean gone = shopper.over && shopper.freedAt != null && shopper.closedAt != null;
        if (gone && wrong(shopper, Instant.MAX) == null) {
            hall(logged).shoppers.put(id, GONE);
        }
    }

    private void held(Logged logged, Instant at, SeatsHeld held) {
        String id = held.getAdmissionId();
        if (id == null) {
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
    }

    @Override
    public List<Finding> end(Instant now) {
        List<Finding> findings = new ArrayList<>();
        Instant settled = now.minus(SETTLED);
        halls.forEach((event, hall) -> hall.shoppers.forEach((id, shopper) -> {
            String wrong = wrong(shopper, settled);
            if (wrong != null) {
                findings.add(Finding.without(check(), wrong, Ids.of(Ids.EVENT, event, ADMISSION, id)));
            }
        }));
        return findings;
    }

    private static @Nullable String wrong(Shopper shopper, Instant settled) {
        Instant freed = shopper.freedAt;
        Instant closed = shopper.closedAt;
        if (freed != null && closed == null && freed.isBefore(settled)) {
            return "a place is free that inventory has not closed";
        }
        if (freed != null && closed != null && freed.isBefore(closed.minus(CLOCKS))) {
            return "a place was free before inventory closed it";
        }
        if (shopper.held != null && shopper.admitted == null) {
            boolean young = shopper.heldAt != null && !shopper.heldAt.isBefore(settled);
            return young ? null : "seats are held with an admission that was never given";
        }
        return shopper.held != null && !shopper.held.equals(shopper.admitted)
                ? "seats are held with another fan's admission"
                : null;
    }

    @Override
    public long checked() {
        return checked;
    }
}
