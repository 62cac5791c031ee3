package io.onsale.edge.routes;

import static io.onsale.edge.views.Given.NIGHT;
import static io.onsale.edge.views.Given.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.views.Given;
import io.onsale.schemas.catalogue.BookingMode;
import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Section;
import io.onsale.schemas.catalogue.Slot;
import io.onsale.schemas.checkout.ReceiptLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketJsonTest {

    private static final Instant ENTRY = NOON.plusSeconds(14_400);
    private static final EventDefinition TOUR = EventDefinition.newBuilder(Given.definition(tour()))
            .setConcessions(List.of(Concession.newBuilder()
                    .setCode("youth")
                    .setLabel("Young people")
                    .setPercent(30)
                    .setProof("")
                    .build()))
            .build();

    private final TicketJson json = new TicketJson(Optional.of(TOUR), NIGHT);

    @Test
    void tellsWhenATicketIsEnteredAndWhatItsConcessionIsCalled() {
        assertThat(json.of(ticket("late", "youth")))
                .containsEntry("starts_at", ENTRY.toString())
                .containsEntry("concession", "youth")
                .containsEntry("concession_label", "Young people");
    }

    @Test
    void aTicketWithoutATimeOfEntryIsEnteredWhenItsPerformanceBegins() {
        assertThat(json.of(ticket(null, null)))
                .containsEntry(
                        "starts_at",
                        TOUR.getPerformances().getFirst().getStartsAt().toString())
                .doesNotContainKeys("concession", "concession_label");
    }

    @Test
    void tellsWhatTheReceiptSaysWhereTheEventIsNotInView() {
        assertThat(new TicketJson(Optional.empty(), NIGHT).of(ticket("late", "youth")))
                .containsEntry("slot", "late")
                .containsEntry("concession", "youth")
                .doesNotContainKeys("starts_at", "concession_label");
    }

    private static Section tour() {
        List<Slot> slots = List.of(new Slot("late", ENTRY, 10));
        return new Section("Tour", BookingMode.SLOT, "R", 100L, List.of(), Map.of(), 0, slots, null);
    }

    private static ReceiptLine ticket(@Nullable String slot, @Nullable String concession) {
        return ReceiptLine.newBuilder()
                .setTicketId("o1-1")
                .setSection("Tour")
                .setSlot(slot)
                .setGrade("R")
                .setListPrice(100L)
                .setConcession(concession)
                .setPrice(100L)
                .build();
    }
}
