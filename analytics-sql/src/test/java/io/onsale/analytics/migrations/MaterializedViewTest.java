package io.onsale.analytics.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaterializedViewTest {

    @Test
    void isKnownFromTheMigrationThatCreatesIt() {
        assertThat(MaterializedView.all())
                .extracting(MaterializedView::target)
                .containsExactly("onsale.holds", "onsale.journey_steps");
        assertThat(MaterializedView.all())
                .allSatisfy(view -> assertThat(view.select())
                        .startsWith("SELECT")
                        .contains("topic,", "partition,", "offset,", "FROM onsale.events\nWHERE"));
    }

    @Test
    void noneIsCreatedInAWayThatIsNotUnderstood() {
        assertThat(Migrations.names())
                .map(Migration::load)
                .filteredOn(migration -> migration.sql().contains("MATERIALIZED VIEW"))
                .hasSameSizeAs(MaterializedView.all());
    }
}
