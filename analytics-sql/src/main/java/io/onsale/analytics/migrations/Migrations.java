package io.onsale.analytics.migrations;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a database to the tables and views of this release. */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final List<String> NAMES = List.of(
            "0001_events",
            "0002_holds",
            "0003_holds_from_events",
            "0004_journey_steps",
            "0005_journey_steps_from_events",
            "0006_journeys",
            "0007_funnel",
            "0008_funnel_by",
            "0009_freshness",
            "0010_funnel_by_bounded");

    private final ClickHouseClient client;
    private final List<Migration> migrations;

    /** The migrations of this release, applied by a client that may create things. */
    public Migrations(ClickHouseClient client) {
        this(client, NAMES.stream().map(Migration::load).toList());
    }

    Migrations(ClickHouseClient client, List<Migration> migrations) {
        // The database that the client is meant for may not be there yet.
        this.client = client.inDatabase("default");
        this.migrations = migrations;
    }

    static List<String> names() {
        return NAMES;
    }

    /** Applies what is missing, and tells how many that were; several processes may do this at once. */
    public int apply() {
        client.execute("CREATE DATABASE IF NOT EXISTS onsale");
        client.execute("""
                CREATE TABLE IF NOT EXISTS onsale.migrations
                (name String, checksum String, applied_at DateTime64(3, 'UTC') DEFAULT now64(3))
                ENGINE = MergeTree ORDER BY name""");
        Map<String, String> applied = applied();
        migrations.forEach(migration -> refuseIfChanged(migration, applied));
        List<Migration> missing = migrations.stream()
                .filter(migration -> !applied.containsKey(migration.name()))
                .toList();
        missing.forEach(this::apply);
        return missing.size();
    }

    private Map<String, String> applied() {
        Map<String, String> checksums = new LinkedHashMap<>();
        client.query("SELECT DISTINCT name, checksum FROM onsale.migrations ORDER BY name")
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(row -> row.length == 2)
                .forEach(row -> checksums.put(row[0], row[1]));
        return checksums;
    }

    private static void refuseIfChanged(Migration migration, Map<String, String> applied) {
        String checksum = applied.get(migration.name());
        if (checksum != null && !checksum.equals(migration.checksum())) {
            throw new ChangedMigrationException(migration.name());
        }
    }

    private void apply(Migration migration) {
        client.execute(migration.sql());
        client.query(
                "INSERT INTO onsale.migrations (name, checksum) SELECT {name:String}, {checksum:String}",
                Map.of("name", migration.name(), "checksum", migration.checksum()),
                "Null");
        LOG.atInfo().addKeyValue("migration", migration.name()).log("applied");
    }
}
