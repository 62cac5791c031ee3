package io.onsale.topologies.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final HeldArea FLOOR = new HeldArea("Floor", null, 3, "R", 50_000);
    private static final Places MINE = new Places(List.of("A-1-1", "A-1-2"), List.of(FLOOR));

    @Test
    void countsSeatsAndPlacesOfAreas() {
        assertThat(MINE.tickets()).isEqualTo(5);
    }

    @Test
    void hasInCommonNoMoreThanThereIs() {
        Places asked = new Places(List.of("A-1-2", "A-1-3"), List.of(FLOOR.of(7)));

        assertThat(MINE.common(asked)).isEqualTo(new Places(List.of("A-1-2"), List.of(FLOOR)));
    }

    @Test
    void keepsTheRest() {
        Places gone = new Places(List.of("A-1-2"), List.of(FLOOR.of(2)));

        assertThat(MINE.without(gone)).isEqualTo(new Places(List.of("A-1-1"), List.of(FLOOR.of(1))));
        assertThat(MINE.without(MINE)).isEqualTo(new Places(List.of(), List.of()));
    }

    @Test
    void tellsSlotsApart() {
        Places asked = new Places(List.of(), List.of(new HeldArea("Floor", "noon", 1, "R", 50_000)));

        assertThat(MINE.common(asked).isEmpty()).isTrue();
    }
}
