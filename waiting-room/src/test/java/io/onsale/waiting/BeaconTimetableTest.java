package io.onsale.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeaconTimetableTest {

    @Test
    void knowsWhenARoundOfDrandIsDue() {
        assertThat(BeaconTimetable.due("drand quicknet", 1)).contains(Instant.parse("2023-08-23T15:09:27Z"));
        assertThat(BeaconTimetable.due("drand quicknet", 3)).contains(Instant.parse("2023-08-23T15:09:33Z"));
        assertThat(BeaconTimetable.due("drand default", 100_001)).contains(Instant.parse("2020-08-26T08:37:30Z"));
    }

    @Test
    void saysNothingOfWhatItDoesNotKnow() {
        assertThat(BeaconTimetable.due("drand", 1)).isEmpty();
        assertThat(BeaconTimetable.due("drand quicknet", Long.MAX_VALUE)).isEmpty();
    }
}
