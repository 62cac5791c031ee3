package io.onsale.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.standalone.ToldToUser;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryVariablesTest {

    @Test
    void aCommandAndAProcessMeanTheSameLogin() {
        Map<String, String> values = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
                "SCHEMA_REGISTRY_URL", "https://registry",
                "SCHEMA_REGISTRY_USER", "onsale",
                "SCHEMA_REGISTRY_PASSWORD", "hunter2");

        RegistrySettings command = RegistryVariables.givenOrLocal(values);

        assertThat(command.login()).contains(new RegistrySettings.Login("onsale", "hunter2"));
        assertThat(command).isEqualTo(Log.from(new Environment(values)).registrySettings());
    }

    @Test
    void aRegistryThatIsNotNamedIsOnThisMachine() {
        assertThat(RegistryVariables.given(Map.of("SCHEMA_REGISTRY_URL", " "))).isFalse();
        assertThat(RegistryVariables.givenOrLocal(Map.of()).urls())
                .containsExactly(URI.create("http://127.0.0.1:8081"));
    }

    @Test
    void everythingWrongIsAProblemForPeople() {
        Map<String, String> values = Map.of("SCHEMA_REGISTRY_URL", "over there", "SCHEMA_REGISTRY_USER", "onsale");

        assertThatThrownBy(() -> RegistryVariables.givenOrLocal(values))
                .isInstanceOf(ToldToUser.class)
                .hasMessageContaining("SCHEMA_REGISTRY_URL is not")
                .hasMessageContaining("SCHEMA_REGISTRY_PASSWORD is not set");
    }
}
