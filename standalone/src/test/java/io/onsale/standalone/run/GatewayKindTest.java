package io.onsale.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.payments.gateway.PaymentGateway;
import io.onsale.payments.simulated.SimulatedGateway;
import io.onsale.payments.toss.TossGateway;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayKindTest {

    @Test
    void isTheSimulatedOneWhereNothingIsSaid() {
        assertThat(kind(Map.of())).hasValue(GatewayKind.SIMULATED);
        assertThat(kind(Map.of("ONSALE_GATEWAY", "toss"))).hasValue(GatewayKind.TOSS);
    }

    @Test
    void isNoneThatThereIsNoAdapterFor() {
        Environment environment = new Environment(Map.of("ONSALE_GATEWAY", "paypal"));

        environment.parsed(Variable.ONSALE_GATEWAY, GatewayKind::of);

        assertThatThrownBy(environment::check).hasMessageContaining("ONSALE_GATEWAY is not simulated or toss");
    }

    @Test
    void connectsToItsOwnKind() {
        CompanyVariables company = new CompanyVariables(URI.create("http://127.0.0.1:1"), "key");
        try (PaymentGateway simulated = GatewayKind.SIMULATED.connect(company);
                PaymentGateway toss = GatewayKind.TOSS.connect(company)) {
            assertThat(simulated).isInstanceOf(SimulatedGateway.class);
            assertThat(toss).isInstanceOf(TossGateway.class);
        }
    }

    private static Optional<GatewayKind> kind(Map<String, String> environment) {
        return new Environment(environment).parsed(Variable.ONSALE_GATEWAY, GatewayKind::of);
    }
}
