package io.onsale.standalone.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.analytics.clickhouse.ClickHouseClient;
import io.onsale.analytics.migrations.ChangedMigrationException;
import io.onsale.analytics.migrations.Migrations;
import io.onsale.standalone.clickhouse.ClickHouseEngine;
import io.onsale.standalone.clickhouse.EngineOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsOnEngineTest {

    @Test
    void bringAnEmptyDatabaseUpToDateAndThenChangeNothing(@TempDir Path folder) {
        try (ClickHouseEngine engine = ClickHouseEngine.start(EngineOptions.at(folder, 0), progress -> {});
                ClickHouseClient client = Backend.client(engine)) {
            var migrations = new Migrations(client);

            int applied = migrations.apply();

            assertThat(client.query("SELECT count(), uniqExact(name) FROM onsale.migrations"))
                    .isEqualTo(applied + "\t" + applied);
            assertThat(migrations.apply()).isZero();

            client.execute(
                    "ALTER TABLE onsale.migrations UPDATE checksum = 'other' WHERE name = '0002_holds' SETTINGS mutations_sync = 1");

            assertThatThrownBy(migrations::apply)
                    .isInstanceOf(ChangedMigrationException.class)
                    .hasMessageContaining("0002_holds was changed after it had been applied");
        }
    }
}
