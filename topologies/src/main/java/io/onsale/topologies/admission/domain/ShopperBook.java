package io.onsale.topologies.admission.domain;

import io.onsale.topologies.kit.domain.Deadlines;
import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Shoppers by event and place, and when time brings something to each.
 *
 * <p>The deadlines are derived from the rows and rebuilt from them at start.
 */
final class ShopperBook {

    private final Table<Shopper> shoppers;
    private final Deadlines<Integer> deadlines = new Deadlines<>();

    ShopperBook(Table<Shopper> shoppers) {
        this.shoppers = shoppers;
        shoppers.forEach((key, shopper) -> {
            int bar = key.indexOf('|');
            remember(key.substring(0, bar), Integer.parseInt(key.substring(bar + 1)), shopper);
        });
    }

    @Nullable
    Shopper get(String event, int sequence) {
        return shoppers.get(key(event, sequence));
    }

    void put(String event, int sequence, Shopper shopper) {
        shoppers.put(key(event, sequence), shopper);
        remember(event, sequence, shopper);
    }

    void change(String event, int sequence, UnaryOperator<Shopper> change) {
        Shopper before = require(event, sequence);
        forget(event, sequence, before);
        put(event, sequence, change.apply(before));
    }

    void remove(String event, int sequence) {
        forget(event, sequence, require(event, sequence));
        shoppers.remove(key(event, sequence));
    }

    private Shopper require(String event, int sequence) {
        Shopper shopper = get(event, sequence);
        if (shopper == null) {
            throw new IllegalStateException("nobody shops on place " + sequence);
        }
        return shopper;
    }

    /** Those of an event to whom time brings something by this instant, earliest first, and no more than so many. */
    List<Integer> dueBy(String event, Instant at, int most) {
        return deadlines.dueBy(event, at).limit(most).toList();
    }

    boolean anyDue(String event, Instant at) {
        return deadlines.anyDue(event, at);
    }

    private void remember(String event, int sequence, Shopper shopper) {
        deadlines.add(event, shopper.deadline(), sequence);
    }

    private void forget(String event, int sequence, Shopper shopper) {
        deadlines.remove(event, shopper.deadline(), sequence);
    }

    private static String key(String event, int sequence) {
        return event + '|' + sequence;
    }
}
