package io.onsale.topologies;

import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.topologies.accounts.AccountsTopology;
import io.onsale.topologies.admission.AdmissionTopology;
import io.onsale.topologies.catalogue.CatalogueTopology;
import io.onsale.topologies.checkout.CheckoutTopology;
import io.onsale.topologies.inventory.InventoryTopology;
import io.onsale.topologies.journeys.JourneysTopology;
import io.onsale.topologies.kit.DeciderTopology;
import java.util.List;

/** Every topology of Onsale. */
public final class AllTopologies {

    /** All of them with a key of nobody's, for what they are made of; none is to decide anything. */
    public static final List<DeciderTopology<?, ?, ?, ?, ?, ?>> ALL = with(ProcessKey.generate());

    private AllTopologies() {}

    /** All of them, deriving from this key the secrets that decisions need. */
    public static List<DeciderTopology<?, ?, ?, ?, ?, ?>> with(ProcessKey key) {
        return List.of(
                new AccountsTopology(key),
                new CatalogueTopology(),
                new AdmissionTopology(key),
                new InventoryTopology(key),
                new CheckoutTopology(key),
                new JourneysTopology());
    }

    /** The topology of this name. */
    public static DeciderTopology<?, ?, ?, ?, ?, ?> named(String name, ProcessKey key) {
        return with(key).stream()
                .filter(topology -> topology.io().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no topology " + name));
    }

    /** Their names, in order. */
    public static List<String> names() {
        return ALL.stream().map(topology -> topology.io().name()).toList();
    }
}
