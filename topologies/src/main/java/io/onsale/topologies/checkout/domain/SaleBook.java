package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.kit.domain.Table;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The terms of each show; read from their rows once, for every command asks for them. */
final class SaleBook {

    private final Table<Sale> sales;
    private final Map<String, Sale> read = new HashMap<>();
    /** Shows that have a stopped performance. */
    private final Set<String> stopping = new HashSet<>();

    SaleBook(Table<Sale> sales) {
        this.sales = sales;
        sales.forEach((event, sale) -> {
            if (!sale.stopped().isEmpty()) {
                stopping.add(event);
            }
        });
    }

    @Nullable
    Sale get(String event) {
        Sale known = read.get(event);
        if (known == null) {
            known = sales.get(event);
            if (known != null) {
                read.put(event, known);
            }
        }
        return known;
    }

    Set<String> stopping() {
        return stopping;
    }

    Sale change(String event, ShowDefinition definition, Instant at) {
        Sale sale = get(event);
        Sale changed = sale == null ? Sale.begun(definition) : sale.on(definition, at);
        put(event, changed);
        return changed;
    }

    void stop(String event, String performance) {
        Sale sale = get(event);
        if (sale != null) {
            put(event, sale.without(performance));
            stopping.add(event);
        }
    }

    private void put(String event, Sale sale) {
        sales.put(event, sale);
        read.put(event, sale);
    }
}
