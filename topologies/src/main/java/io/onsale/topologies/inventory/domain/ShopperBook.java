package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.inventory.domain.InventoryEvent.ShopperClosed;
import io.onsale.topologies.inventory.domain.InventoryEvent.ShopperClosing;
import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who was let in, by admission: what each holds, and whether it may hold more. */
final class ShopperBook {

    private final Table<Shopper> shoppers;

    ShopperBook(Table<Shopper> shoppers) {
        this.shoppers = shoppers;
    }

    @Nullable
    Shopper get(String event, String admission) {
        return shoppers.get(key(event, admission));
    }

    void hold(String event, Admission admission, String fan, String hold) {
        put(
                event,
                admission.id(),
                known(event, admission.id(), fan, admission.expiresAt()).holding(hold));
    }

    /** A hold is open no more. */
    void end(String event, @Nullable String admission, String hold) {
        Shopper shopper = admission == null ? null : get(event, admission);
        if (admission != null && shopper != null) {
            put(event, admission, shopper.without(hold));
        }
    }

    void closing(String event, ShopperClosing closing) {
        String id = closing.admissionId();
        put(event, id, known(event, id, closing.fanId(), closing.expiresAt()).as(Shopper.State.CLOSING));
    }

    void close(String event, ShopperClosed closed) {
        String id = closed.admissionId();
        Shopper.State state = closed.finished() ? Shopper.State.FINISHED : Shopper.State.CLOSED;
        put(event, id, known(event, id, closed.fanId(), closed.expiresAt()).as(state));
    }

    private Shopper known(String event, String admission, String fan, Instant expiresAt) {
        Shopper shopper = get(event, admission);
        return shopper == null ? Shopper.of(fan, expiresAt) : shopper;
    }

    private void put(String event, String admission, Shopper shopper) {
        shoppers.put(key(event, admission), shopper);
    }

    private static String key(String event, String admission) {
        return event + '|' + admission;
    }
}
