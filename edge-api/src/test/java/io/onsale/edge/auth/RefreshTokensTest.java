package io.onsale.edge.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.auth.RefreshTokens.Claim;
import io.onsale.schemas.privacy.ProcessKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshTokensTest {

    private final TestClock clock = new TestClock();
    private final ProcessKey key = ProcessKey.generate();
    private final RefreshTokens tokens = new RefreshTokens(key, clock);
    private final Claim claim =
            new Claim("account-1", "session-1", 3, clock.instant().plus(Duration.ofDays(30)));

    @Test
    void namesTheSameGenerationOnEveryEdge() {
        assertThat(new RefreshTokens(key, clock).verify(tokens.mint(claim))).contains(claim);
        assertThat(tokens.mint(claim)).isEqualTo(tokens.mint(claim));
    }

    @Test
    void differsForEveryGeneration() {
        assertThat(tokens.mint(new Claim("account-1", "session-1", 4, claim.expiresAt())))
                .isNotEqualTo(tokens.mint(claim));
    }

    @Test
    void refusesATokenThatIsTooOld() {
        String token = tokens.mint(claim);
        clock.advance(Duration.ofDays(30));
        assertThat(tokens.verify(token)).isEmpty();
    }

    @Test
    void refusesATokenOfAnotherDeployment() {
        assertThat(new RefreshTokens(ProcessKey.generate(), clock).verify(tokens.mint(claim)))
                .isEmpty();
    }

    @Test
    void refusesEveryTokenThatWasAlteredAnywhere() {
        String token = tokens.mint(claim);
        for (int place = 0; place < token.length(); place++) {
            char other = token.charAt(place) == 'A' ? 'B' : 'A';
            assertThat(tokens.verify(token.substring(0, place) + other + token.substring(place + 1)))
                    .as("altered at " + place)
                    .isEmpty();
        }
    }

    @Test
    void refusesWhatIsNoTokenAtAll() {
        for (String text : new String[] {"", ".", "a", "a.b", "!.!", "x".repeat(5_000)}) {
            assertThat(tokens.verify(text)).isEmpty();
        }
    }
}
