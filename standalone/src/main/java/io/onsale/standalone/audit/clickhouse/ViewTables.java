package io.onsale.standalone.audit.clickhouse;

import io.onsale.analytics.migrations.MaterializedView;
import io.onsale.standalone.audit.rules.Check;
import io.onsale.standalone.audit.rules.Finding;
import io.onsale.standalone.audit.rules.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Compares each table that a view fills with what the view selects from the table of events, which says nothing by itself of either. */
public final class ViewTables {

    /** More of one table would not make it clearer. */
    private static final int MOST = 100;

    private final List<MaterializedView> views;
    private final EventsTable table;
    private final Ends ends;

    /** @param ends those of every partition; events that came later are none of the audit's */
    public ViewTables(List<MaterializedView> views, Map<TopicPartition, Long> ends, EventsTable table) {
        this.views = views;
        this.table = table;
        this.ends = new Ends(ends);
    }

    /** What the tables lack, repeat or should not have, when they agree or patience is at its end. */
    public List<Finding> check(Duration patience) {
        List<Finding> findings = new ArrayList<>();
        List<MaterializedView> differing = CatchingUp.differing(
                patience, () -> views.stream().filter(this::differs).toList());
        for (MaterializedView view : differing) {
            table.query(differences(view)).forEach(row -> findings.add(finding(view, row)));
        }
        return findings;
    }

    private boolean differs(MaterializedView view) {
        return !table.query("""
                SELECT topic, partition FROM (
                    SELECT topic, partition, 1 AS due, count() AS events, sum(cityHash64(offset)) AS checksum
                    FROM (%s) WHERE %s GROUP BY topic, partition
                    UNION ALL
                    SELECT topic, partition, 0 AS due, count() AS events, sum(cityHash64(offset)) AS checksum
                    FROM %s WHERE %s GROUP BY topic, partition)
                GROUP BY topic, partition
                HAVING sumIf(events, due = 1) != sumIf(events, due = 0)
                    OR sumIf(checksum, due = 1) != sumIf(checksum, due = 0)
                LIMIT 1 FORMAT TabSeparated""".formatted(view.select(), ends.before(), view.target(), ends.before()))
                .isEmpty();
    }

    private String differences(MaterializedView view) {
        return """
                SELECT topic, partition, offset, countIf(due = 1) AS expected, countIf(due = 0) AS held FROM (
                    SELECT topic, partition, offset, 1 AS due FROM (%s) WHERE %s
                    UNION ALL
                    SELECT topic, partition, offset, 0 AS due FROM %s WHERE %s)
                GROUP BY topic, partition, offset HAVING expected != held
                ORDER BY topic, partition, offset LIMIT %d FORMAT TabSeparated""".formatted(view.select(), ends.before(), view.target(), ends.before(), MOST);
    }

    private static Finding finding(MaterializedView view, String[] row) {
        Place place = new Place(row[0], Integer.parseInt(row[1]), Long.parseLong(row[2]));
        String what = row[4].equals("0")
                ? view.target() + " lacks an event"
                : "%s holds an event %s times instead of %s".formatted(view.target(), row[4], row[3]);
        return new Finding(Check.CLICKHOUSE, what, Optional.of(place), Map.of());
    }
}
