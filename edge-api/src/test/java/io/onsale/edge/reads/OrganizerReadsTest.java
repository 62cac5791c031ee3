package io.onsale.edge.reads;

import static io.onsale.edge.reads.RunningReads.EVENT;
import static io.onsale.edge.reads.RunningReads.HALL;
import static io.onsale.edge.views.Given.NOON;
import static io.onsale.edge.views.Given.definition;
import static io.onsale.edge.views.Given.held;
import static io.onsale.edge.views.Given.state;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.reads.RunningReads.Answer;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.EventStatus;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.Receipt;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.EventEnvelope;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What organizers read of their own events. */
class OrganizerReadsTest {

    private final RunningReads reads = RunningReads.atNoon();

    @AfterEach
    void close() {
        reads.close();
    }

    @Test
    void listsAnOrganizersOwnEventsDraftsIncluded() throws Exception {
        reads.onSale(held(2, "hold-1", "A-1-1"));
        reads.views().catalogue().apply("event-2", state(EventStatus.DRAFT, HALL, 1));

        Answer own = reads.as(reads.token("organizer-1", Role.ORGANIZER), "/api/organizer/events");

        assertThat(own.json().path("events"))
                .extracting(event -> event.path("status").asText())
                .containsExactly("on_sale", "draft");
        assertThat(own.json().at("/events/0/performances/0/seats_left").asInt()).isEqualTo(29);
        assertThat(own.json().at("/events/0/has_waiting_room").asBoolean()).isFalse();
        Answer others = reads.as(reads.token("organizer-2", Role.ORGANIZER), "/api/organizer/events");
        assertThat(others.json().path("events")).isEmpty();
    }

    @Test
    void reportsToAnOrganizerAndOperatorsWhatIsSoldOfEachPerformance() throws Exception {
        reads.onSale(held(2, "hold-1", "A-1-1"));
        String performance = definition().getPerformances().getFirst().getPerformanceId();
        reads.views().checkout().apply(EVENT, confirmed(performance));

        Answer own = reads.as(reads.token("organizer-1", Role.ORGANIZER), "/api/organizer/events/event-1/report");

        JsonNode sold = own.json().at("/performances/0");
        assertThat(sold.path("performance_id").asText()).isEqualTo(performance);
        assertThat(sold.path("orders").asInt()).isEqualTo(1);
        assertThat(sold.path("tickets").asInt()).isEqualTo(1);
        assertThat(sold.path("paid").asLong()).isEqualTo(110);
        assertThat(reads.as(reads.token("op", Role.OPERATOR), "/api/organizer/events/event-1/report")
                        .status())
                .isEqualTo(200);
        assertThat(reads.as(reads.token("organizer-2", Role.ORGANIZER), "/api/organizer/events/event-1/report")
                        .code())
                .isEqualTo("not_your_event");
    }

    private static CheckoutEvent confirmed(String performance) {
        ReceiptLine line = ReceiptLine.newBuilder()
                .setTicketId("order-1")
                .setSection("A")
                .setGrade("R")
                .setListPrice(100L)
                .setPrice(100L)
                .setFee(10L)
                .build();
        Receipt receipt = new Receipt("KRW", "receipt-1", List.of(line), null, 10L, 110L);
        EventEnvelope envelope = new EventEnvelope("id", "cause", "trace", new Actor(ActorKind.SYSTEM, ""), NOON, 1L);
        return new CheckoutEvent(
                envelope, new OrderConfirmed("o1", "number", "fan", performance, "payment", 110L, receipt));
    }
}
