package io.onsale.analytics.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClickHouseSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "http://host:8123, http://host:8123, onsale",
        "https://host/, https://host, onsale",
        "jdbc:clickhouse://127.0.0.1:8123/other?beta.x=true, http://127.0.0.1:8123, other",
        "jdbc:ch:https://host:8443, https://host:8443, onsale"
    })
    void understandsAddressesOfBothKinds(String url, String address, String database) {
        ClickHouseSettings settings = ClickHouseSettings.of(url, "u", "p");

        assertThat(settings.address()).hasToString(address);
        assertThat(settings.database()).isEqualTo(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host:8123", "ftp://host", "http://user:secret@host", ""})
    void refusesAnAddressThatIsNone(String url) {
        assertThatThrownBy(() -> ClickHouseSettings.of(url, "u", "p"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void keepsThePasswordToItself() {
        assertThat(ClickHouseSettings.of("http://host", "u", "hunter2"))
                .asString()
                .doesNotContain("hunter2");
    }
}
