package io.onsale.topologies;

import io.onsale.topologies.accounts.AccountsTopology;
import io.onsale.topologies.catalogue.CatalogueTopology;
import io.onsale.topologies.inventory.InventoryTopology;
import io.onsale.topologies.journeys.JourneysTopology;
import io.onsale.topologies.kit.DeciderTopology;
import java.util.List;
import java.util.Optional;

/** Every topology of Onsale. */
public final class AllTopologies {

    public static final List<DeciderTopology<?, ?, ?, ?, ?, ?>> ALL =
            List.of(new AccountsTopology(), new CatalogueTopology(), new InventoryTopology(), new JourneysTopology());

    private AllTopologies() {}

    /** The topology of this name, if there is one. */
    public static Optional<DeciderTopology<?, ?, ?, ?, ?, ?>> named(String name) {
        return ALL.stream()
                .filter(topology -> topology.io().name().equals(name))
                .findFirst();
    }

    /** Their names, in order. */
    public static List<String> names() {
        return ALL.stream().map(topology -> topology.io().name()).toList();
    }
}
