package io.onsale.standalone.audit.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Money that is to change hands and is not known to have, and since when. */
final class MoneyOwed {

    /** Who refuses is asked again within the hour; what is still open after so many needs a person. */
    private static final Duration PATIENCE = Duration.ofHours(6);

    private record Debt(Logged since, Instant at, String order, String what) {}

    /** By order and what the money goes back by. */
    private final Map<String, Debt> open = new LinkedHashMap<>();

    /** From now on something is owed by this name; whatever was owed by it before is part of it. */
    void owe(Logged since, Instant at, String order, String name, String what) {
        open.put(key(order, name), new Debt(since, at, order, what));
    }

    void settle(String order, String name) {
        open.remove(key(order, name));
    }

    List<Finding> overdue(Instant now) {
        return open.values().stream()
                .filter(debt -> now.isAfter(debt.at().plus(PATIENCE)))
                .map(debt -> finding(debt, now))
                .toList();
    }

    private static Finding finding(Debt debt, Instant now) {
        long hours = Duration.between(debt.at(), now).toHours();
        return Finding.at(
                debt.since(),
                Check.MONEY,
                "%s for %d hours".formatted(debt.what(), hours),
                Ids.of(Ids.EVENT, debt.since().key(), Ids.ORDER, debt.order()));
    }

    private static String key(String order, String name) {
        return order + '|' + name;
    }
}
