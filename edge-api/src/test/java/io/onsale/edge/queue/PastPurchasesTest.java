package io.onsale.edge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.http.Version;
import io.onsale.edge.routes.Shows;
import io.onsale.edge.views.Given;
import io.onsale.edge.views.orders.OrdersView;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.catalogue.Performance;
import io.onsale.schemas.catalogue.PerformanceStatus;
import io.onsale.schemas.checkout.CancelledBy;
import io.onsale.schemas.checkout.CheckoutEvent;
import io.onsale.schemas.checkout.OrderConfirmed;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.OrderPriced;
import io.onsale.schemas.checkout.PaymentMethod;
import io.onsale.schemas.checkout.Receipt;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.schemas.checkout.TicketsCancelled;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.EventEnvelope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which orders put a fan ahead in a line. */
class PastPurchasesTest {

    private static final String ORGANIZER = "organizer-1";
    private static final Instant BEGINS = Given.NOON;

    private final OrdersView orders = new OrdersView();
    private PerformanceStatus status = PerformanceStatus.SCHEDULED;
    private long sequence;

    @Test
    void aPaidOrderCountsOnceItsPerformanceHasBegun() {
        bought("o1", 100);

        assertThat(at(BEGINS).of("fan", ORGANIZER))
                .as("it may still be given back")
                .isZero();
        assertThat(at(BEGINS.plusMillis(1)).of("fan", ORGANIZER)).isOne();
        assertThat(at(BEGINS.plusMillis(1)).of("another", ORGANIZER)).isZero();
    }

    @Test
    void whatCostNothingCountsNothing() {
        bought("o1", 0);

        assertThat(afterwards().of("fan", ORGANIZER)).isZero();
    }

    @Test
    void whatWasGivenBackWholeCountsNothing() {
        bought("o1", 100);
        given(new TicketsCancelled("o1", "fan", List.of("o1-1"), "r1", 90L, 10L, CancelledBy.FAN, 0));

        assertThat(afterwards().of("fan", ORGANIZER)).isZero();
    }

    @Test
    void whatDidNotTakePlaceCountsNothing() {
        bought("o1", 100);
        status = PerformanceStatus.CANCELLED;

        assertThat(afterwards().of("fan", ORGANIZER)).isZero();
    }

    @Test
    void whatAnotherOrganizerSoldCountsNothingHere() {
        bought("o1", 100);

        assertThat(afterwards().of("fan", "organizer-2")).isZero();
    }

    @Test
    void whoeverSellsToThemselvesHasBoughtNothing() {
        bought("o1", ORGANIZER, 100);

        assertThat(afterwards().of(ORGANIZER, ORGANIZER)).isZero();
    }

    private PastPurchases afterwards() {
        return at(BEGINS.plusSeconds(60));
    }

    private PastPurchases at(Instant now) {
        return new PastPurchases(orders, new OneShow(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private void bought(String order, long price) {
        bought(order, "fan", price);
    }

    private void bought(String order, String fan, long price) {
        ReceiptLine ticket = ReceiptLine.newBuilder()
                .setTicketId(order + "-1")
                .setSection("A")
                .setGrade("R")
                .setListPrice(price)
                .setPrice(price)
                .build();
        Receipt receipt = new Receipt("KRW", "receipt-1", List.of(ticket), null, 0L, price);
        given(
                new OrderPlaced(order, "number", "hold", fan, null, PaymentMethod.CARD, null, List.of(), null, null),
                new OrderPriced(order, fan, Given.NIGHT, receipt, BEGINS),
                new OrderConfirmed(order, "number", fan, Given.NIGHT, "p1", price, receipt));
    }

    private void given(Object... events) {
        for (Object event : events) {
            sequence++;
            orders.apply(
                    "event-1",
                    new CheckoutEvent(
                            new EventEnvelope(
                                    "id", "cause", "trace", new Actor(ActorKind.FAN, "fan"), BEGINS, sequence),
                            event));
        }
    }

    /** The event that everybody bought. */
    private final class OneShow implements Shows {

        @Override
        public Optional<Version> awaitOpen(String eventId, Duration patience) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDefinition> definition(String eventId) {
            EventDefinition show = Given.definition("Night One", "concert", "Seoul", BEGINS);
            return Optional.of(EventDefinition.newBuilder(show)
                    .setPerformances(List.of(new Performance(Given.NIGHT, BEGINS, "", 1, status)))
                    .build());
        }

        @Override
        public boolean isPublic(String eventId) {
            return true;
        }
    }
}
