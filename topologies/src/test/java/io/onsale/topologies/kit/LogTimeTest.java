package io.onsale.topologies.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTimeTest {

    private final LogTime logTime = new LogTime();

    @Test
    void isTheWallClockWhereNothingSpeaksAgainstIt() {
        assertThat(logTime.at(1_000)).isEqualTo(1_000);
    }

    @Test
    void isAheadOfAWallClockByAsMuchAsARecordProves() {
        logTime.saw(5_000, 1_000);

        assertThat(logTime.at(1_500)).isEqualTo(5_500);
    }

    @Test
    void isNotBehindBecauseARecordHasWaited() {
        logTime.saw(1_000, 3_600_000);

        assertThat(logTime.at(3_600_050)).isEqualTo(3_600_050);
    }

    @Test
    void goesByTheRecordThatHasWaitedLeast() {
        logTime.saw(5_000, 1_000);
        logTime.saw(5_100, 1_900);

        assertThat(logTime.at(2_000)).isEqualTo(6_000);
    }

    @Test
    void forgetsWhatWasProvedBeforeTheWallClockWasSet() {
        logTime.saw(61_000, 1_000);
        logTime.saw(61_100, 61_100);
        assertThat(logTime.at(61_100)).isEqualTo(61_100);

        logTime.saw(61_200, 1_200);
        assertThat(logTime.at(1_250)).isEqualTo(61_250);
    }

    @Test
    void believesAProofUntilThereIsABetterOneOrItIsOld() {
        logTime.saw(3_000, 1_000);
        logTime.saw(2_000, 1_000 + LogTime.BELIEVED_MILLIS - 1);
        assertThat(logTime.at(20_000)).isEqualTo(22_000);

        logTime.saw(2_000, 1_000 + LogTime.BELIEVED_MILLIS);
        assertThat(logTime.at(20_000)).isEqualTo(20_000);
    }
}
