package io.onsale.topologies.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.show.domain.CancellationPolicy.Night;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** When it is night. */
class NightWindowTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void isTheNextThatBegins() {
        Night night = new Night(120, 300, ZoneId.of("UTC"));

        assertThat(after(night, "2030-01-01T10:00:00Z")).isEqualTo(window("2030-01-02T02:00:00Z", 180));
        assertThat(after(night, "2030-01-02T01:59:59.999Z")).isEqualTo(window("2030-01-02T02:00:00Z", 180));
    }

    @Test
    void isNotTheOneThatHasBegun() {
        Night night = new Night(120, 300, ZoneId.of("UTC"));

        assertThat(after(night, "2030-01-02T02:00:00Z")).isEqualTo(window("2030-01-03T02:00:00Z", 180));
        assertThat(after(night, "2030-01-02T04:00:00Z")).isEqualTo(window("2030-01-03T02:00:00Z", 180));
    }

    @Test
    void isNightWhereTheShowIs() {
        Night night = new Night(120, 300, ZoneId.of("Asia/Seoul"));

        assertThat(after(night, "2030-01-01T10:00:00Z")).isEqualTo(window("2030-01-01T17:00:00Z", 180));
    }

    @Test
    void mayCrossMidnight() {
        Night night = new Night(23 * 60, 60, ZoneId.of("Asia/Seoul"));

        assertThat(after(night, "2030-01-01T13:59:59Z")).isEqualTo(window("2030-01-01T14:00:00Z", 120));
        assertThat(after(night, "2030-01-01T15:30:00Z")).isEqualTo(window("2030-01-02T14:00:00Z", 120));
    }

    @Test
    void isShorterWhereTheClocksGoForward() {
        assertThat(after(new Night(60, 300, BERLIN), "2030-03-30T12:00:00Z"))
                .isEqualTo(window("2030-03-31T00:00:00Z", 180));
    }

    @Test
    void isLongerWhereTheClocksGoBack() {
        assertThat(after(new Night(60, 300, BERLIN), "2030-10-26T12:00:00Z"))
                .isEqualTo(window("2030-10-26T23:00:00Z", 300));
    }

    @Test
    void beginsAtTheFirstOfTwoEqualMinutes() {
        assertThat(after(new Night(150, 240, BERLIN), "2030-10-26T12:00:00Z"))
                .isEqualTo(window("2030-10-27T00:30:00Z", 150));
    }

    @Test
    void isLeftOutWhereTheClocksSkipIt() {
        assertThat(after(new Night(150, 180, BERLIN), "2030-03-30T12:00:00Z"))
                .isEqualTo(window("2030-04-01T00:30:00Z", 30));
    }

    private static NightWindow after(Night night, String at) {
        return NightWindow.after(night, Instant.parse(at));
    }

    private static NightWindow window(String start, int minutes) {
        return new NightWindow(Instant.parse(start), Duration.ofMinutes(minutes));
    }
}
