package io.onsale.topologies.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.journeys.JourneyCommand;
import io.onsale.schemas.journeys.JourneyEvent;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BugsTest {

    private static final Instant START = Instant.parse("2030-01-01T10:00:00Z");

    private final RegistryInMemory registry = new RegistryInMemory();

    @AfterEach
    void close() {
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FragileTopology.BREAKS_THE_DECIDER,
                FragileTopology.BREAKS_THE_BOOKS,
                FragileTopology.CANNOT_BE_WRITTEN
            })
    void stopsAtTheRecordThatShowsABugAndNamesIt(String bug) {
        var bed = bed(OnBug.STOP);
        bed.send("session", FragileTopology.command("c1", "fine"));

        Throwable failure = catchThrowable(() -> bed.send("session", FragileTopology.command("c2", bug)));

        PoisonedRecordException poison = Objects.requireNonNull(PoisonedRecordException.in(failure));
        assertThat(poison.place()).isEqualTo(new RecordPlace("onsale.journeys.commands.v1", 0, 1));
        assertThat(poison).hasMessageContaining("onsale.journeys.commands.v1 0 1");
        closeBroken(bed);
    }

    @Test
    void putsTheRecordAsideAndGoesOnWhereNobodyIsHarmed() {
        try (var bed = bed(OnBug.DEAD_LETTER)) {
            bed.send("session", FragileTopology.command("c1", "fine"));
            bed.send("session", FragileTopology.command("c2", FragileTopology.BREAKS_THE_DECIDER));
            bed.send("session", FragileTopology.command("c3", "fine"));

            assertThat(bed.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.value().getReason()).contains("a bug of ours");
                assertThat(letter.value().getOffset()).isEqualTo(1);
                assertThat(letter.value().getValue()).isNotNull();
            });
            assertThat(bed.events())
                    .extracting(event -> event.value().getEnvelope().getSequence())
                    .containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @ParameterizedTest
    @EnumSource(OnBug.class)
    void neverGoesOnFromHalfADecision(OnBug onBug) {
        var bed = bed(onBug);

        Throwable failure = catchThrowable(
                () -> bed.send("session", FragileTopology.command("c1", FragileTopology.BREAKS_THE_BOOKS)));

        assertThat(PoisonedRecordException.in(failure)).isNotNull();
        closeBroken(bed);
    }

    private TopologyBed<JourneyCommand, JourneyEvent, InventoryReply> bed(OnBug onBug) {
        return new TopologyBed<>(new FragileTopology(onBug), registry, START);
    }

    /** A driver whose task has failed cannot close it cleanly, and says so. */
    private static void closeBroken(TopologyBed<?, ?, ?> bed) {
        var unused = catchThrowable(bed::close);
    }
}
