package io.onsale.topologies.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreTableTest {

    private static final RowKind<String> SEATS = RowKind.of('P', "seats", Serdes.String());
    private static final RowKind<Long> PLACES = RowKind.of('Q', "places", Serdes.Long());

    private final RegistryInMemory registry = new RegistryInMemory();
    private final TopologyBed<?, ?, ?> bed =
            new TopologyBed<>(new FragileTopology(OnBug.STOP), registry, Instant.parse("2030-01-01T10:00:00Z"));
    private StoreTable<String> seats;
    private StoreTable<Long> places;

    @BeforeEach
    void open() {
        seats = bed.table(SEATS);
        places = bed.table(PLACES);
    }

    @AfterEach
    void close() {
        bed.close();
        registry.close();
    }

    @Test
    void rowsOfTwoKindsWithTheSameKeyAreTwoRows() {
        seats.put("key", "hold");
        places.put("key", 7L);

        assertThat(seats.get("key")).isEqualTo("hold");
        assertThat(places.get("key")).isEqualTo(7L);

        seats.remove("key");
        assertThat(seats.get("key")).isNull();
        assertThat(places.get("key")).isEqualTo(7L);
    }

    @Test
    void aTableIsReadWithoutItsNeighboursWhateverTheKeys() {
        List<String> keys = List.of("", "a", "\u007f", "é", "좌석", "\uffff", "🎫");
        keys.forEach(key -> seats.put(key, key));
        keys.forEach(key -> places.put(key, 1L));

        List<String> read = new ArrayList<>();
        seats.forEach((key, row) -> read.add(key));

        assertThat(read).containsExactlyElementsOf(keys);
    }

    @Test
    void aSweepGoesOnWhereItStoppedAndEndsWithItsTable() {
        for (int i = 0; i < 450; i++) {
            seats.put("seat-%03d".formatted(i), i % 2 == 0 ? "old" : "new");
        }
        places.put("seat-000", 1L);
        Sweep<String> sweep = new Sweep<>(seats, (row, at) -> row.equals("old"));

        for (int step = 1; step <= 3; step++) {
            sweep.step(Instant.EPOCH.plus(Duration.ofDays(1)));
        }

        assertThat(bed.rows(SEATS)).isEqualTo(225);
        assertThat(bed.rows(PLACES)).isEqualTo(1);
    }

    @Test
    void twoKindsOfRowsMayNotHaveOneTag() {
        RowKind<String> impostor = RowKind.of('P', "prices", Serdes.String());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopologyAssembly.refuseSharedTags(List.of(SEATS, impostor)))
                .withMessageContaining("prices");
    }
}
