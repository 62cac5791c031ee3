package io.onsale.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Instant DRAW = Instant.parse("2026-12-01T11:00:00Z");

    @Test
    void givesThePointsThatArePromised() {
        assertThat(score(Policy.PRIORITY_1, Tier.PLATINUM, 3, 120, 0)).isEqualTo(1000 + 30 + 120);
        assertThat(score(Policy.PRIORITY_1, Tier.GOLD, 0, 0, 700)).isEqualTo(500);
        assertThat(score(Policy.PRIORITY_1, Tier.SILVER, 0, 0, 0)).isZero();
        assertThat(score(Policy.PRIORITY_1, Tier.NONE, 1, 300, 701)).isEqualTo(10 + 300 - 10_000);
    }

    @Test
    void countsNoMorePurchasesAndSecondsThanItsMost() {
        assertThat(score(Policy.PRIORITY_1, Tier.NONE, 10_000, 0, 0)).isEqualTo(100_000);
        assertThat(score(Policy.PRIORITY_1, Tier.NONE, Integer.MAX_VALUE, 0, 0)).isEqualTo(100_000);
        assertThat(score(Policy.PRIORITY_1, Tier.NONE, 0, 301, 0)).isEqualTo(300);
    }

    @Test
    void aDrawLeavesEarlinessOut() {
        assertThat(score(Policy.DRAW_1, Tier.GOLD, 2, 300, 0)).isEqualTo(520);
        assertThat(Policy.DRAW_1.earliness(DRAW.minusSeconds(100), DRAW)).isZero();
    }

    @Test
    void aLotteryLeavesEverythingOutButSuspicion() {
        assertThat(score(Policy.LOTTERY_1, Tier.PLATINUM, 99, 300, 0)).isZero();
        assertThat(score(Policy.LOTTERY_1, Tier.PLATINUM, 99, 300, 701)).isEqualTo(-10_000);
    }

    @Test
    void countsWholeSecondsOfEarliness() {
        assertThat(Policy.PRIORITY_1.earliness(DRAW.minusMillis(1_999), DRAW)).isEqualTo(1);
        assertThat(Policy.PRIORITY_1.earliness(DRAW.minusSeconds(4_000), DRAW)).isEqualTo(300);
        assertThat(Policy.PRIORITY_1.earliness(DRAW.plusSeconds(5), DRAW)).isZero();
        assertThat(Policy.PRIORITY_1.earliness(Instant.MIN, Instant.MAX)).isEqualTo(300);
    }

    @Test
    void isFoundByItsVersion() {
        assertThat(Policy.named("priority-1")).contains(Policy.PRIORITY_1);
        assertThat(Policy.named("draw-1")).contains(Policy.DRAW_1);
        assertThat(Policy.named("lottery-1")).contains(Policy.LOTTERY_1);
        assertThat(Policy.named("draw-2")).isEmpty();
    }

    @Test
    void hasNoPointsThatDoNotAddUp() {
        assertThatThrownBy(() -> new Policy("p", -1, 0, 0, 0, 0, 0)).hasMessageContaining("platinum");
        assertThatThrownBy(() -> new Policy("p", 0, 0, 10_001, 0, 0, 0)).hasMessageContaining("per_purchase");
        assertThatThrownBy(() -> new Policy("a|b", 0, 0, 0, 0, 0, 0)).hasMessageContaining("a|b");
        Policy most = new Policy("p", 1_000_000, 0, 10_000, 1_000_000, 1000, 0);
        assertThat(score(most, Tier.PLATINUM, Integer.MAX_VALUE, Integer.MAX_VALUE, 0))
                .isEqualTo(102_000_000);
    }

    private static int score(Policy policy, Tier tier, int purchases, int earliness, int suspicion) {
        return policy.score(new ScoreInputs(tier, purchases, earliness, suspicion));
    }
}
