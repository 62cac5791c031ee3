package io.onsale.topologies.inventory.domain;

import java.util.function.Predicate;

/**
 * Which of the places that are due to come back a command's judgement could rest on.
 *
 * @param named few enough that all of them come back before it is judged
 * @param nearby as many as fit come back before any others: more than anybody may have
 */
record Wished(Predicate<Places> named, Predicate<Places> nearby) {

    static final Wished NOTHING = new Wished(places -> false, places -> false);

    static Wished named(Predicate<Places> places) {
        return new Wished(places, NOTHING.nearby);
    }

    static Wished nearby(Predicate<Places> places) {
        return new Wished(NOTHING.named, places);
    }
}
