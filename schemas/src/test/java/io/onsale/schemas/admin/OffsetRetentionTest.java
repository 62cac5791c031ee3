package io.onsale.schemas.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OffsetRetentionTest {

    @Test
    void isLongEnoughWhereEveryBrokerRemembersForMoreThanAYear() {
        assertThat(OffsetRetention.complaint(List.of(Optional.of("2147483647"), Optional.of("600000"))))
                .isEmpty();
    }

    @Test
    void isTooShortWhereOneBrokerForgetsWithinAWeek() {
        assertThat(OffsetRetention.complaint(List.of(Optional.of("2147483647"), Optional.of("10080"))))
                .hasValueSatisfying(
                        line -> assertThat(line).contains("10080 minutes", "set offsets.retention.minutes=2147483647"));
    }

    @Test
    void isToBeSeenToByHandWhereABrokerDoesNotSayIt() {
        assertThat(OffsetRetention.complaint(List.of(Optional.empty())))
                .hasValueSatisfying(line -> assertThat(line).contains("do not say what offsets.retention.minutes is"));
    }
}
