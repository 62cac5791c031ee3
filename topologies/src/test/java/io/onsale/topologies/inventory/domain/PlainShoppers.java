package io.onsale.topologies.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** Who may shop, told from events alone: nothing is ever held by an admission that is closed. */
final class PlainShoppers {

    private static final class Admitted {
        private final String fan;
        private final Instant expiresAt;
        private final Set<String> open = new HashSet<>();
        private boolean closing;
        private boolean closed;
        private boolean finished;

        Admitted(String fan, Instant expiresAt) {
            this.fan = fan;
            this.expiresAt = expiresAt;
        }
    }

    private final Map<String, Admitted> admitted = new HashMap<>();
    private final Map<String, String> admissionOfHold = new HashMap<>();

    void held(InventoryEvent.SeatsHeld held, Instant at) {
        Admission by = Objects.requireNonNull(held.admission());
        Admitted shopper = of(by.id(), held.fanId(), by.expiresAt());
        assertThat(at).isBefore(by.expiresAt());
        assertThat(shopper.fan).isEqualTo(held.fanId());
        assertThat(shopper.closing || shopper.closed).as("%s may not hold", by).isFalse();
        shopper.open.add(held.holdId());
        admissionOfHold.put(held.holdId(), by.id());
    }

    void prolonged(String hold) {
        Admitted shopper = shopper(Objects.requireNonNull(admissionOfHold.get(hold)));
        assertThat(shopper.closing || shopper.closed)
                .as("whoever is closing prolongs nothing")
                .isFalse();
    }

    /** A hold is open no more. */
    void ended(String hold) {
        String admission = Objects.requireNonNull(admissionOfHold.get(hold));
        assertThat(shopper(admission).open.remove(hold)).isTrue();
    }

    void closing(InventoryEvent.ShopperClosing closing) {
        Admitted shopper = of(closing.admissionId(), closing.fanId(), closing.expiresAt());
        assertThat(shopper.closing || shopper.closed).isFalse();
        assertThat(shopper.open).isNotEmpty();
        shopper.closing = true;
    }

    void closed(InventoryEvent.ShopperClosed closed, Instant at) {
        Admitted shopper = of(closed.admissionId(), closed.fanId(), closed.expiresAt());
        assertThat(shopper.open).isEmpty();
        if (shopper.closed && at.isBefore(shopper.expiresAt)) {
            assertThat(closed.finished()).as("the same as the first time").isEqualTo(shopper.finished);
        }
        assertThat(closed.finished() && shopper.closing).isFalse();
        shopper.closed = true;
        shopper.finished = closed.finished();
    }

    /** Whoever is closing has something left, of which this is true. */
    void whatIsLeftToTheClosing(Consumer<String> hold) {
        admitted.values().stream()
                .filter(shopper -> shopper.closing && !shopper.closed)
                .forEach(shopper -> assertThat(shopper.open).isNotEmpty().allSatisfy(hold));
    }

    /** Whoever was told to close is closing or closed. */
    void toldToClose(String admission) {
        Admitted shopper = shopper(admission);
        assertThat(shopper.closing || shopper.closed).isTrue();
    }

    /** Whether a hold is not refused because of its admission. */
    boolean mayHold(InventoryCommand.HoldSeats hold, Instant at) {
        Admission by = hold.admission();
        if (by == null || !at.isBefore(by.expiresAt())) {
            return false;
        }
        Admitted shopper = admitted.get(by.id());
        return shopper == null || (shopper.fan.equals(hold.fanId()) && !shopper.closing && !shopper.closed);
    }

    private Admitted of(String admission, String fan, Instant expiresAt) {
        Admitted shopper = admitted.computeIfAbsent(admission, id -> new Admitted(fan, expiresAt));
        assertThat(expiresAt).isEqualTo(shopper.expiresAt);
        return shopper;
    }

    private Admitted shopper(String admission) {
        return Objects.requireNonNull(admitted.get(admission));
    }
}
