package io.onsale.topologies.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.journeys.JourneyCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlarmClockTest {

    private final Set<String> due = new TreeSet<>();
    private final List<String> rang = new ArrayList<>();
    private final RegistryInMemory registry = new RegistryInMemory();
    private final TopologyBed<?, ?, ?> bed =
            new TopologyBed<>(new FragileTopology(OnBug.STOP), registry, Instant.EPOCH);
    private final Leads leads = new Leads(bed.table(Leads.ROWS));
    private final AlarmClock<JourneyCommand> clock = new AlarmClock<>(
            now -> due.stream()
                    .map(key -> new Alarms.Alarm<>(key, FragileTopology.command(key, "due")))
                    .toList(),
            leads,
            (key, command) -> rang.add(key),
            Duration.ofMillis(250));

    @AfterEach
    void close() {
        bed.close();
        registry.close();
    }

    @Test
    void ringsOnceForEachKeyThatHasSomethingDue() {
        due.addAll(List.of("a", "b"));

        clock.ring(1_000);
        clock.ring(1_050);

        assertThat(rang).containsExactly("a", "b");
    }

    @Test
    void ringsAgainUntilItHasHappenedBecauseACommandMayBeLost() {
        due.add("a");

        clock.ring(1_000);
        clock.ring(1_250);
        due.clear();
        clock.ring(1_500);

        assertThat(rang).containsExactly("a", "a");
    }

    @Test
    void ringsAgainAtOnceWhereMoreIsDueThanHappened() {
        due.add("a");

        clock.ring(1_000);
        clock.heard("a");
        clock.ring(1_050);

        assertThat(rang).containsExactly("a", "a");
    }

    @Test
    void ringsByTheLogsTimeWhereTheWallClockIsBehind() {
        List<Instant> asked = new ArrayList<>();
        AlarmClock<JourneyCommand> behind = new AlarmClock<>(
                now -> {
                    asked.add(now);
                    return List.of();
                },
                leads,
                (key, command) -> {},
                Duration.ofMillis(250));

        behind.saw(61_000, 1_000);
        behind.ring(1_050);

        assertThat(asked).containsExactly(Instant.ofEpochMilli(61_050));
    }

    @Test
    void ringsByAKeysOwnTimeWhereThatIsAheadOfTheLog() {
        AlarmClock<JourneyCommand> bothDueAtOneMinute = new AlarmClock<>(
                now -> now.isBefore(Instant.ofEpochMilli(61_000))
                        ? List.of()
                        : List.of(alarm("ahead"), alarm("in time")),
                leads,
                (key, command) -> rang.add(key),
                Duration.ofMillis(250));
        leads.at("ahead", 60_000, 1_000);

        bothDueAtOneMinute.ring(2_999);
        assertThat(rang).isEmpty();
        assertThat(bothDueAtOneMinute.ahead(3_000)).isEqualTo(Duration.ofSeconds(58));
        bothDueAtOneMinute.ring(3_000);

        assertThat(rang).containsExactly("ahead");
    }

    private static Alarms.Alarm<JourneyCommand> alarm(String key) {
        return new Alarms.Alarm<>(key, FragileTopology.command(key, "due"));
    }

    @Test
    void ringsWhereTheWallClockWasSetBack() {
        due.add("a");

        clock.ring(1_000_000);
        clock.ring(1_000);

        assertThat(rang).containsExactly("a", "a");
    }

    @Test
    void isQuietWhereNothingWillBeDueInThatTime() {
        AlarmClock<JourneyCommand> later = new AlarmClock<>(
                now -> now.isBefore(Instant.ofEpochMilli(6_000))
                        ? List.of()
                        : List.of(new Alarms.Alarm<>("a", FragileTopology.command("a", "due"))),
                leads,
                (key, command) -> {},
                Duration.ofMillis(250));

        assertThat(later.isQuiet(1_000, Duration.ofSeconds(4))).isTrue();
        assertThat(later.isQuiet(1_000, Duration.ofSeconds(5))).isFalse();
    }

    @Test
    void isNotQuietWhileAnAlarmHasNotComeBack() {
        due.add("a");
        clock.ring(1_000);
        due.clear();

        assertThat(clock.isQuiet(1_050, Duration.ofSeconds(5))).isFalse();
        clock.heard("a");
        assertThat(clock.isQuiet(1_050, Duration.ofSeconds(5))).isTrue();
    }
}
