package io.onsale.standalone.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.auth.AccessTokens;
import io.onsale.schemas.accounts.Role;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrowdTokensTest {

    @Test
    void anEdgeThatTrustsTheIssuerKnowsTheFan() {
        CrowdTokens tokens = CrowdTokens.ofNewKey("demo");
        AccessTokens trusting =
                new AccessTokens("onsale", Map.of(tokens.issuer(), tokens.publicJwk()), Clock.systemUTC());

        assertThat(trusting.verify(tokens.of("ann"))).hasValueSatisfying(caller -> {
            assertThat(caller.accountId()).isEqualTo("demo:ann").isEqualTo(tokens.account("ann"));
            assertThat(caller.role()).isEqualTo(Role.FAN);
        });
    }

    @Test
    void anEdgeThatDoesNotTrustItKnowsNobody() {
        CrowdTokens tokens = CrowdTokens.ofNewKey("demo");
        CrowdTokens others = CrowdTokens.ofNewKey("demo");
        AccessTokens trusting =
                new AccessTokens("onsale", Map.of(others.issuer(), others.publicJwk()), Clock.systemUTC());

        assertThat(trusting.verify(tokens.of("ann"))).isEmpty();
    }
}
