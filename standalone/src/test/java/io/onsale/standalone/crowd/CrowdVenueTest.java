package io.onsale.standalone.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrowdVenueTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 10, 500, 20_001})
    void hasExactlySoManySeats(int seats) {
        ArrayNode sections = CrowdVenue.sections(seats);

        long sum = sections.valueStream()
                .flatMap(section -> section.path("rows").valueStream())
                .mapToLong(row -> row.path("seats").asLong())
                .sum();
        assertThat(sum).isEqualTo(seats);
        assertThat(CrowdVenue.names(sections)).doesNotHaveDuplicates().isSubsetOf("A", "B", "C", "D");
    }
}
