package io.onsale.analytics.migrations;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A view that fills a table with what it selects from {@code onsale.events}.
 *
 * @param name its own
 * @param target the table, in which each row has the topic, partition and offset of its event
 * @param select what fills it
 */
public record MaterializedView(String name, String target, String select) {
    private static final Pattern CREATED = Pattern.compile(
            "CREATE MATERIALIZED VIEW IF NOT EXISTS (\\S+) TO (\\S+) AS\\s+(SELECT\\s.*)", Pattern.DOTALL);

    /** Those of this release. */
    public static List<MaterializedView> all() {
        return Migrations.names().stream()
                .map(Migration::load)
                .map(MaterializedView::createdBy)
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<MaterializedView> createdBy(Migration migration) {
        Matcher created = CREATED.matcher(migration.sql().strip());
        return created.matches()
                ? Optional.of(new MaterializedView(created.group(1), created.group(2), created.group(3)))
                : Optional.empty();
    }
}
