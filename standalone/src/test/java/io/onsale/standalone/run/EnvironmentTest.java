package io.onsale.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.schemas.privacy.ProcessKey;
import io.onsale.standalone.ToldToUser;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void reportsEverythingThatIsWrongAtOnce() {
        Environment environment =
                new Environment(Map.of("ONSALE_PORT", "eighty", "ONSALE_REGISTER_SCHEMAS", "perhaps"));

        environment.text(Variable.KAFKA_BOOTSTRAP_SERVERS);
        environment.number(Variable.ONSALE_PORT, 0, 65_535);
        environment.flag(Variable.ONSALE_REGISTER_SCHEMAS);

        assertThatThrownBy(environment::check)
                .isInstanceOf(ToldToUser.class)
                .hasMessageContaining("KAFKA_BOOTSTRAP_SERVERS is not set")
                .hasMessageContaining("ONSALE_PORT is 'eighty'")
                .hasMessageContaining("ONSALE_REGISTER_SCHEMAS is 'perhaps'");
    }

    @Test
    void neverRepeatsAValueThatMayBeASecret() {
        Environment environment = new Environment(Map.of("ONSALE_PROCESS_KEY", "hunter2"));

        environment.parsed(Variable.ONSALE_PROCESS_KEY, ProcessKey::fromBase64);

        assertThatThrownBy(environment::check)
                .hasMessageContaining("ONSALE_PROCESS_KEY")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void namesAnInstanceAfterItsHostWhereItIsNotNamed() {
        assertThat(new Environment(Map.of("ONSALE_INSTANCE", "two", "HOSTNAME", "host")).instance())
                .isEqualTo("two");
        assertThat(new Environment(Map.of("HOSTNAME", "host")).instance()).isEqualTo("host");
        assertThat(new Environment(Map.of()).instance()).isNotBlank();
    }

    @Test
    void takesDefaultsForWhatIsNotSet() {
        Environment environment = new Environment(Map.of());

        assertThat(environment.number(Variable.ONSALE_PARTITIONS, 1, 1000)).isEqualTo(64);
        environment.check();
    }
}
