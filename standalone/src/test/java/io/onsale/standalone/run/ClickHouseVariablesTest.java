package io.onsale.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.standalone.Endpoints;
import io.onsale.standalone.ToldToUser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClickHouseVariablesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://analytics:8123",
                "http://analytics:8123/onsale",
                "jdbc:clickhouse://analytics:8123/onsale",
                "jdbc:ch:http://analytics:8123/onsale?compress=0"
            })
    void theSameServerIsMeantHoweverItIsWritten(String url) {
        Map<String, String> values = Map.of("CLICKHOUSE_URL", url);

        assertThat(ClickHouseVariables.address(new Environment(values))).isEqualTo("http://analytics:8123");
        assertThat(ClickHouseVariables.given(values))
                .map(Endpoints.ClickHouse::url)
                .contains("http://analytics:8123");
    }

    @Test
    void aCommandAndAProcessMeanTheSameUsers() {
        Map<String, String> values = Map.of(
                "CLICKHOUSE_URL", "http://analytics:8123",
                "CLICKHOUSE_PASSWORD", "written",
                "CLICKHOUSE_READER_PASSWORD", "read");

        Endpoints.ClickHouse given = ClickHouseVariables.given(values).orElseThrow();

        assertThat(given.writer()).isEqualTo(ClickHouseVariables.writer(new Environment(values)));
        assertThat(given.reader()).isEqualTo(ClickHouseVariables.reader(new Environment(values)));
        assertThat(given.reader().user()).isEqualTo("onsale_reader");
    }

    @Test
    void noServerIsGivenWhereNoneIsNamed() {
        assertThat(ClickHouseVariables.given(Map.of())).isEmpty();
        assertThat(ClickHouseVariables.givenOrLocal(Map.of()).url()).isEqualTo("http://127.0.0.1:8123");
    }

    @Test
    void anAddressThatIsNoneIsAProblemForPeople() {
        assertThatThrownBy(() -> ClickHouseVariables.given(Map.of("CLICKHOUSE_URL", "over there")))
                .isInstanceOf(ToldToUser.class)
                .hasMessageContaining("CLICKHOUSE_URL");
    }
}
