package io.onsale.edge.reads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.edge.views.Given;
import io.onsale.edge.views.InventoryView;
import io.onsale.edge.views.seats.Show;
import io.onsale.edge.views.seats.Span;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import io.onsale.schemas.inventory.InventoryEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InventoryView view = new InventoryView();

    PlacesJsonTest() {
        view.apply("event-1", Given.opened(1, Given.definition(Given.floor(3), Given.tour())));
    }

    private void happened(InventoryEvent event) {
        view.apply("event-1", event);
    }

    private PlacesJson places() {
        Show show = view.seats().show("event-1").orElseThrow();
        return PlacesJson.of(show, Given.NIGHT, show.occupancy(Given.NIGHT).orElseThrow());
    }

    private JsonNode json() {
        Map<String, Object> json = new LinkedHashMap<>();
        places().write(json);
        return JSON.valueToTree(json);
    }

    @Test
    void placesWithoutANumberThatAreHeldAreNotSold() {
        happened(Given.heldPlaces(2, "hold-1", "Floor", null, 3));

        assertThat(json().at("/sections/0/seats_left").asInt()).isZero();
        assertThat(json().at("/sections/0/seats_held").asInt()).isEqualTo(3);
        assertThat(places().soldOut()).isEmpty();
    }

    @Test
    void aTimeOfEntryIsLeftOfItsOwnPerformanceAlone() {
        EventDefinition twoDays = EventDefinition.newBuilder(Given.definition(Given.tour()))
                .setPerformances(List.of(performance(Given.NIGHT, 0), performance("performance-2", 3_600)))
                .build();
        view.apply("event-2", Given.opened(1, twoDays));
        Show show = view.seats().show("event-2").orElseThrow();
        Map<String, Object> json = new LinkedHashMap<>();

        PlacesJson.of(show, "performance-2", show.occupancy("performance-2").orElseThrow())
                .write(json);

        assertThat(JSON.valueToTree(json).findValuesAsText("slot")).containsExactly("one");
        assertThat(json).containsEntry("seats_left", 5);
        assertThat(show.snapshot(Given.NIGHT, Span.of(show.hall()))
                        .orElseThrow()
                        .rooms())
                .extracting(left -> left.room().slot())
                .containsExactly("noon");
    }

    private static Performance performance(String id, int seconds) {
        return new Performance(id, Given.NOON.plusSeconds(seconds), "", 1, PerformanceStatus.SCHEDULED);
    }

    @Test
    void theyAreOnceTheyHaveAnOwner() {
        happened(Given.heldPlaces(2, "hold-1", "Floor", null, 3));
        happened(Given.confirmedPlaces(3, "hold-1", "Floor", null, 3));

        assertThat(json().at("/sections/0/seats_held").asInt()).isZero();
        assertThat(places().soldOut()).containsExactly("section Floor");
    }

    @Test
    void whatWaitsForTheNightMayComeBackAndIsLeftWhenItDoes() {
        happened(Given.heldPlaces(2, "hold-1", "Floor", null, 3));
        happened(Given.confirmedPlaces(3, "hold-1", "Floor", null, 3));
        happened(Given.returnedPlaces(4, "hold-1", "batch-1", "Floor", null, 2));
        assertThat(places().soldOut()).isEmpty();
        assertThat(places().held()).isEqualTo(2);
        assertThat(json().at("/sections/0/seats_left").asInt()).isZero();

        happened(Given.batchPlaces(5, "batch-1", "Floor", null, 2));
        assertThat(places().held()).isZero();
        assertThat(json().at("/sections/0/seats_left").asInt()).isEqualTo(2);
    }

    @Test
    void whatAnOrderGivesBackIsLeftAndNotHeld() {
        happened(Given.heldPlaces(2, "hold-1", "Tour", "noon", 5));
        happened(Given.confirmedPlaces(3, "hold-1", "Tour", "noon", 5));
        happened(Given.returnedPlaces(4, "hold-1", null, "Tour", "noon", 1));

        assertThat(json().at("/sections/1/slots/0/seats_left").asInt()).isEqualTo(1);
        assertThat(json().at("/sections/1/slots/0/seats_held").asInt()).isZero();
    }

    @Test
    void ofAPerformanceThatIsCalledOffNothingComesBack() {
        happened(Given.heldPlaces(2, "hold-1", "Floor", null, 1));
        happened(Given.stopped(3));

        assertThat(places().left() + places().held()).isZero();
    }
}
