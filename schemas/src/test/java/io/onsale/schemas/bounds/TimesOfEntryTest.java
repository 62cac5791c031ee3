package io.onsale.schemas.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimesOfEntryTest {

    private static final Instant FIRST = Instant.parse("2030-02-15T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2030-02-16T08:00:00Z");
    private static final List<Instant> DAYS = List.of(SECOND, FIRST);

    @Test
    void aTimeOfEntryIsOfTheLastPerformanceThatBeginsNoLater() {
        assertThat(TimesOfEntry.performanceOf(DAYS, FIRST)).isEqualTo(1);
        assertThat(TimesOfEntry.performanceOf(DAYS, SECOND.minusMillis(1))).isEqualTo(1);
        assertThat(TimesOfEntry.performanceOf(DAYS, SECOND)).isZero();
    }

    @Test
    void ofThoseAtOneInstantItIsTheFirstsThatIsNamed() {
        assertThat(TimesOfEntry.performanceOf(List.of(FIRST, FIRST), FIRST)).isZero();
    }

    @Test
    void whatIsEarlierThanAllIsTheFirstsButOnNoDay() {
        Instant early = FIRST.minusMillis(1);

        assertThat(TimesOfEntry.performanceOf(DAYS, early)).isEqualTo(1);
        assertThat(TimesOfEntry.isOnADay(DAYS, early)).isFalse();
        assertThat(TimesOfEntry.isOnADay(List.of(), early)).isFalse();
    }

    @Test
    void aDayEndsAfterTwentyFourHours() {
        Instant end = SECOND.plus(Duration.ofHours(24));

        assertThat(TimesOfEntry.isOnADay(DAYS, FIRST)).isTrue();
        assertThat(TimesOfEntry.isOnADay(DAYS, end.minusMillis(1))).isTrue();
        assertThat(TimesOfEntry.isOnADay(DAYS, end)).isFalse();
    }
}
