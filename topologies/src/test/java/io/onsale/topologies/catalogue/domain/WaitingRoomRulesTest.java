package io.onsale.topologies.catalogue.domain;

import static io.onsale.topologies.catalogue.domain.Definitions.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.WaitingRoom;
import io.onsale.topologies.show.domain.WaitingRoom.Beacon;
import io.onsale.topologies.show.domain.WaitingRoom.Challenge;
import io.onsale.topologies.show.domain.WaitingRoom.Joining;
import io.onsale.topologies.show.domain.WaitingRoom.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WaitingRoomRulesTest {

    private static final Pace PACE = new Pace(1, 1, 60);
    private static final Instant LATER = OPENING.plusSeconds(3);
    private static final Joining JOINING = new Joining(1, 1, Challenge.NEVER);

    @Test
    void anEventMaySellWithARoomOrWithout() {
        assertThat(judge(Definitions.right())).isNull();
        assertThat(judge(Definitions.behindARoom())).isNull();
        assertThat(judge(paced(new Pace(1_000_000, 10_000, 900)))).isNull();
        assertThat(judge(lit(new Beacon("drand", 0, LATER)))).isNull();
        assertThat(judge(lit(quicknet(0)))).isNull();
        assertThat(judge(lit(quicknet(1_199)))).isNull();
        assertThat(judge(lit(new Beacon("drand", 0, OPENING.plusSeconds(3_600)))))
                .isNull();
        assertThat(judge(lit(new Beacon("drand quicknet", quicknet(0).round(), LATER))))
                .isNull();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("opens_at", opening(Duration.ZERO)),
                arguments("opens_at", opening(Duration.ofSeconds(-1))),
                arguments("opens_at", opening(Duration.ofDays(30).plusSeconds(1))),
                arguments("max_concurrent", paced(new Pace(0, 1, 60))),
                arguments("max_concurrent", paced(new Pace(1_000_001, 1, 60))),
                arguments("admit_per_second", paced(new Pace(1, 0, 60))),
                arguments("admit_per_second", paced(new Pace(1, 10_001, 60))),
                arguments("arrive_within_seconds", paced(new Pace(1, 1, 4))),
                arguments("arrive_within_seconds", paced(new Pace(1, 1, 901))),
                arguments("policy", by("priority-2")),
                arguments("beacon.source", lit(new Beacon("", 1, LATER))),
                arguments("beacon.source", lit(new Beacon("b".repeat(65), 1, LATER))),
                arguments("beacon.round", lit(new Beacon("drand", -1, LATER))),
                arguments("beacon.round", lit(new Beacon("drand", 1L << 53, LATER))),
                arguments("beacon.due_at", lit(new Beacon("drand", 1, null))),
                arguments("beacon.due_at", lit(new Beacon("drand", 1, OPENING))),
                arguments("beacon.due_at", lit(new Beacon("drand quicknet", 1, null))),
                arguments("beacon.due_at", lit(new Beacon("drand quicknet", 1, LATER))),
                arguments("beacon.due_at", lit(quicknet(-1))),
                arguments("beacon.due_at", lit(quicknet(1_201))),
                arguments("beacon.due_at", lit(new Beacon("drand", 1, OPENING.plusSeconds(3_601)))),
                arguments("max_per_address", joined(0, 1)),
                arguments("max_per_address", joined(1_000_001, 1)),
                arguments("max_per_device", joined(1, 0)),
                arguments("max_per_device", joined(1, 1_000_001)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrong")
    void namesWhatIsWrongWithARoom(String field, ShowDefinition definition) {
        assertThat(judge(definition)).isNotNull().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("invalid_event");
            assertThat(refusal.subjects()).containsExactly("waiting_room." + field);
        });
    }

    private static @Nullable Refusal judge(ShowDefinition definition) {
        return new DefinitionRules().judge(definition);
    }

    private static ShowDefinition opening(Duration ahead) {
        return behind(new WaitingRoom(OPENING.minus(ahead), PACE, "draw-1", null, JOINING));
    }

    private static ShowDefinition paced(Pace pace) {
        return behind(new WaitingRoom(OPENING.minusSeconds(1), pace, "draw-1", null, JOINING));
    }

    private static ShowDefinition by(String policy) {
        return behind(new WaitingRoom(OPENING.minusSeconds(1), PACE, policy, null, JOINING));
    }

    private static ShowDefinition lit(Beacon beacon) {
        return behind(new WaitingRoom(OPENING.minusSeconds(1), PACE, "lottery-1", beacon, JOINING));
    }

    /** The round that is due so many periods after the first that is after the opening. */
    private static Beacon quicknet(long rounds) {
        return new Beacon("drand quicknet", 2 + (OPENING.getEpochSecond() - 1_692_803_367) / 3 + rounds, null);
    }

    private static ShowDefinition joined(int perAddress, int perDevice) {
        Joining joining = new Joining(perAddress, perDevice, Challenge.ALWAYS);
        return behind(new WaitingRoom(OPENING.minusSeconds(1), PACE, "priority-1", null, joining));
    }

    private static ShowDefinition behind(WaitingRoom room) {
        return Definitions.right().behind(room);
    }
}
