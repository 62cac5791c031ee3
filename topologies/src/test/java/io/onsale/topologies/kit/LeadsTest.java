package io.onsale.topologies.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeadsTest {

    private static final long HOUR = 3_600_000;

    private final RegistryInMemory registry = new RegistryInMemory();
    private final TopologyBed<?, ?, ?> bed =
            new TopologyBed<>(new FragileTopology(OnBug.STOP), registry, Instant.EPOCH);
    private final Leads leads = new Leads(bed.table(Leads.ROWS));

    @AfterEach
    void close() {
        bed.close();
        registry.close();
    }

    @Test
    void aKeyGoesByTheLogsTime() {
        assertThat(leads.at("a", 1_000, 5_000)).isEqualTo(5_000);
        assertThat(rows()).isZero();
    }

    @Test
    void aRecordThatPassedAnotherTakesNoKeyBack() {
        assertThat(leads.at("a", 5_000, 4_000)).isEqualTo(5_000);
        assertThat(rows()).isZero();
    }

    @Test
    void whereABrokersClockWasAheadTimeGoesOnHalfAsFastUntilTheLogHasCaughtUp() {
        assertThat(leads.at("a", HOUR, 0)).isEqualTo(HOUR);
        assertThat(leads.at("a", HOUR, 10)).isEqualTo(HOUR + 5);
        assertThat(leads.at("a", HOUR, 60_000)).isEqualTo(HOUR + 30_000);
        assertThat(leads.at("a", HOUR + 30_000, 2 * HOUR - 2)).isEqualTo(2 * HOUR - 1);
        assertThat(rows()).isOne();
        assertThat(leads.at("a", HOUR + 30_000, 2 * HOUR)).isEqualTo(2 * HOUR);
        assertThat(rows()).isZero();
    }

    @Test
    void aKeyThatIsBusyLosesNothingByBeingAskedAtEachMillisecond() {
        long last = HOUR;
        for (long log = 0; log <= 1_000; log++) {
            last = leads.at("a", last, log);
        }

        assertThat(last).isEqualTo(HOUR + 500);
    }

    @Test
    void aClockThatIsPutBackAgainMakesNoKeyStandStill() {
        leads.at("a", HOUR, 0);
        leads.at("a", HOUR + 600_000, -1_200_000);

        assertThat(leads.at("a", HOUR + 600_000, -1_100_000)).isEqualTo(HOUR + 650_000);
    }

    @Test
    void aKeyThatIsAheadIsSoAfterARestart() {
        leads.at("a", HOUR, 0);
        Leads restarted = new Leads(bed.table(Leads.ROWS));

        assertThat(restarted.at("a", HOUR, 60_000)).isEqualTo(leads.at("a", HOUR, 60_000));
        assertThat(restarted.furthest(60_000, 60_000)).isEqualTo(HOUR + 30_000);
    }

    @Test
    void aKeyAheadOfAHostWhoseClockIsBehindIsNotAheadOfTheLog() {
        leads.happened("a", HOUR, 0);

        assertThat(leads.furthest(HOUR + 60_000, 60_000)).isEqualTo(HOUR + 60_000);
    }

    @Test
    void keysToWhichNothingComesAnyMoreAreForgottenOnceTheLogHasCaughtUp() {
        leads.at("a", HOUR, 0);
        leads.happened("b", HOUR, 0);

        leads.sweep(Instant.ofEpochMilli(2 * HOUR - 10), 2 * HOUR - 10);
        assertThat(leads.has("a") && leads.has("b")).isTrue();
        leads.sweep(Instant.ofEpochMilli(2 * HOUR), 2 * HOUR);

        assertThat(leads.has("a") || leads.has("b")).isFalse();
        assertThat(rows()).isZero();
    }

    private long rows() {
        return bed.rows(Leads.ROWS);
    }
}
