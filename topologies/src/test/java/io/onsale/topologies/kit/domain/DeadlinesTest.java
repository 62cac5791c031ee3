package io.onsale.topologies.kit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final Deadlines<String> deadlines = new Deadlines<>();

    @Test
    void tellsOfAKeyWhatIsDueAndWhatIsNotEarliestFirst() {
        deadlines.add("e1", NOON.plusSeconds(1), "later");
        deadlines.add("e1", NOON, "b");
        deadlines.add("e1", NOON, "a");
        deadlines.add("e2", NOON, "elsewhere");

        assertThat(deadlines.dueBy("e1", NOON)).containsExactly("a", "b");
        assertThat(deadlines.after("e1", NOON)).containsExactly("later");
        assertThat(deadlines.all("e1")).containsExactly("a", "b", "later");
        assertThat(deadlines.dueBy("unknown", NOON)).isEmpty();
    }

    @Test
    void tellsForEachKeyWithAnythingDueTheEarliest() {
        deadlines.add("e1", NOON, "second");
        deadlines.add("e1", NOON.minusSeconds(1), "first");
        deadlines.add("e2", NOON.plusSeconds(1), "not yet");

        assertThat(deadlines.earliestDue(NOON)).containsOnlyKeys("e1").containsEntry("e1", "first");
        assertThat(deadlines.earliestDue(NOON.minusSeconds(1)))
                .as("at its very instant")
                .containsKey("e1");
        assertThat(deadlines.anyDue("e1", NOON)).isTrue();
        assertThat(deadlines.anyDue("e2", NOON)).isFalse();
    }

    @Test
    void aKeyWithoutDeadlinesIsForgotten() {
        deadlines.add("e1", NOON, "a");
        deadlines.remove("e1", NOON.plusSeconds(1), "a");
        assertThat(deadlines.keys()).containsExactly("e1");

        deadlines.remove("e1", NOON, "a");

        assertThat(deadlines.keys()).isEmpty();
        assertThat(deadlines.anyDue("e1", NOON)).isFalse();
        assertThat(deadlines.earliestDue(NOON)).isEmpty();
    }
}
