package io.onsale.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogTest {

    private static final Map<String, String> OPEN =
            Map.of("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092", "SCHEMA_REGISTRY_URL", "https://registry");

    @Test
    void aRegistryThatAsksWhoComesIsTold() {
        Map<String, String> values = new HashMap<>(OPEN);
        values.put("SCHEMA_REGISTRY_USER", "onsale");
        values.put("SCHEMA_REGISTRY_PASSWORD", "hunter2");

        assertThat(Log.from(new Environment(values)).registrySettings().login()).hasValueSatisfying(login -> {
            assertThat(login.user()).isEqualTo("onsale");
            assertThat(login.password()).isEqualTo("hunter2");
        });
        assertThat(Log.from(new Environment(OPEN)).registrySettings().login()).isEmpty();
    }

    @Test
    void aUserWithoutAPasswordIsAProblem() {
        Map<String, String> values = new HashMap<>(OPEN);
        values.put("SCHEMA_REGISTRY_USER", "onsale");
        Environment environment = new Environment(values);
        Log.from(environment);

        assertThatThrownBy(environment::check).hasMessageContaining("SCHEMA_REGISTRY_PASSWORD");
    }
}
