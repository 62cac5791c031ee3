package io.onsale.analytics.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks through every column of every table, ClickHouse's own aside: its log of queries knows what this scan looks for. */
public final class TableScan {
    private final ClickHouseClient client;
    private final Needles needles;
    private final List<Hit> hits = new ArrayList<>();

    private TableScan(ClickHouseClient client, Needles needles) {
        this.client = client;
        this.needles = needles;
    }

    /** Everything found in what ClickHouse holds. */
    public static List<Hit> scan(ClickHouseClient client, List<String> needles) {
        TableScan scan = new TableScan(client, new Needles(needles));
        scan.columns().forEach(scan::column);
        return List.copyOf(scan.hits);
    }

    private List<Column> columns() {
        String sql = """
                SELECT columns.database, columns.table, columns.name FROM system.columns \
                JOIN system.tables ON tables.database = columns.database AND tables.name = columns.table \
                WHERE tables.engine LIKE '%MergeTree' AND columns.database != 'system' AND columns.default_kind NOT IN ('ALIAS', 'EPHEMERAL')""";
        return client.query(sql)
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(row -> row.length == 3)
                .map(row -> new Column(row[0], row[1], row[2]))
                .toList();
    }

    private void column(Column column) {
        // The position of the first needle found in each value, and never what was found.
        String sql = """
                SELECT DISTINCT arrayJoin(arrayFilter(needle -> needle > 0, \
                arrayMap((text, number) -> if(position(toString(%s), text) > 0, number, 0), \
                arrayMap(text -> unhex(text), {needles:Array(String)}) AS texts, arrayEnumerate(texts)))) FROM %s.%s""".formatted(quoted(column.name()), quoted(column.database()), quoted(column.table()));
        client.query(sql, Map.of("needles", inHexadecimal(needles.texts())), "TabSeparated")
                .lines()
                .flatMap(number -> needles.name(Integer.parseInt(number)).stream())
                .distinct()
                .forEach(what -> hits.add(new Hit(column.toString(), what)));
    }

    private static String quoted(String name) {
        return "`" + name.replace("\\", "\\\\").replace("`", "\\`") + "`";
    }

    /** An array's elements have rules of escaping of their own, which these need none of. */
    private static String inHexadecimal(List<String> texts) {
        return texts.stream()
                .map(text -> "'" + HexFormat.of().formatHex(text.getBytes(UTF_8)) + "'")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private record Column(String database, String table, String name) {
        @Override
        public String toString() {
            return database + "." + table + "." + name;
        }
    }
}
