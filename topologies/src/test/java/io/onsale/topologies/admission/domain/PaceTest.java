package io.onsale.topologies.admission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    @Test
    void theFirstOnesAreAsManyAsMayBeCaughtUp() {
        assertThat(new Pace(1, 100).allowed(Long.MIN_VALUE, NOON)).isEqualTo(26);
        assertThat(new Pace(1, 1).allowed(Long.MIN_VALUE, NOON)).isEqualTo(1);
    }

    @Test
    void nobodyIsAllowedBeforeTheNextStep() {
        Pace pace = new Pace(1, 10);
        long next = pace.after(3, Long.MIN_VALUE, NOON);

        assertThat(pace.allowed(next, NOON.plusMillis(49))).isZero();
        assertThat(pace.allowed(next, NOON.plusMillis(50))).isEqualTo(1);
    }

    @Test
    void aStepThatIsNoWholeNanosecondIsRoundedUp() {
        Pace pace = new Pace(1, 3);
        long next = pace.after(3, Long.MIN_VALUE, NOON);

        assertThat(pace.allowed(next, NOON.plusMillis(750))).isZero();
        assertThat(pace.allowed(next, NOON.plusMillis(751))).isEqualTo(1);
    }

    @Test
    void nothingIsLostToAQuarterOfASecondWithoutALook() {
        Pace pace = new Pace(1, 100);
        long next = pace.after(26, Long.MIN_VALUE, NOON);

        assertThat(pace.allowed(next, NOON.plusMillis(250))).isEqualTo(25);
        assertThat(pace.allowed(next, NOON.plusMillis(260))).isEqualTo(26);
        assertThat(pace.allowed(next, NOON.plusSeconds(9))).isEqualTo(26);
    }

    @Test
    void whoeverWasAllowedAndNotLetInIsAllowedStill() {
        Pace pace = new Pace(1, 10_000);
        assertThat(pace.allowed(Long.MIN_VALUE, NOON)).isEqualTo(2_501);
        long next = pace.after(500, Long.MIN_VALUE, NOON);

        assertThat(pace.allowed(next, NOON)).isEqualTo(2_001);
        assertThat(pace.allowed(next, NOON.plusMillis(50))).isEqualTo(2_501);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 100, 999, 70_000, 100_000})
    void overALongTimeItIsNeverMoreThanThePaceAndHardlyLess(int perSecond) {
        Pace pace = new Pace(1, perSecond);
        long next = Long.MIN_VALUE;
        long admitted = 0;
        for (int millis = 0; millis <= 60_000; millis += 13) {
            Instant at = NOON.plusMillis(millis);
            long allowed = pace.allowed(next, at);
            next = pace.after((int) allowed, next, at);
            admitted += allowed;
        }

        long most = 60L * perSecond + perSecond / 4 + 1;
        assertThat(admitted).isBetween(60L * perSecond * 999 / 1_000, most);
    }
}
