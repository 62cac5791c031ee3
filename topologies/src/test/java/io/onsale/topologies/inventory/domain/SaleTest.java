package io.onsale.topologies.inventory.domain;

import static io.onsale.topologies.inventory.domain.Desk.claim;
import static io.onsale.topologies.inventory.domain.Desk.confirm;
import static io.onsale.topologies.inventory.domain.Desk.holdOn;
import static io.onsale.topologies.inventory.domain.Desk.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a show is sold, and what its holders may still do: prolong, lose what is called off. */
class SaleTest {

    private static final Instant FIRST = Shows.OPENING.plus(Duration.ofDays(10));
    private static final Instant SECOND = Shows.OPENING.plus(Duration.ofDays(20));

    private Desk desk = Desk.selling(show(null));

    @Test
    void sellsAPerformanceUntilItBegins() {
        desk.at(FIRST.minusMillis(1));
        assertThat(code(holdOn("n1", "h1", "ann", "A-1-1"))).isNull();

        desk.at(FIRST);
        assertThat(code(holdOn("n1", "h2", "ann", "A-1-2"))).isEqualTo("sale_closed");
        assertThat(code(holdOn("n2", "h3", "ann", "A-1-2"))).isNull();

        desk.at(SECOND);
        assertThat(code(holdOn("n2", "h4", "ann", "A-1-3"))).isEqualTo("sale_closed");
    }

    @Test
    void sellsUntilTheEndOfTheSaleWhereThatComesFirst() {
        Instant end = FIRST.minus(Duration.ofDays(1));
        desk = Desk.selling(show(end)).at(end.minusMillis(1));
        assertThat(code(holdOn("n2", "h1", "ann", "A-1-1"))).isNull();

        desk.at(end);
        assertThat(code(holdOn("n2", "h2", "ann", "A-1-2"))).isEqualTo("sale_closed");
    }

    @Test
    void prolongsAHoldOnceFromItsOldDeadline() {
        desk.given(holdOn("n1", "h1", "ann", "A-1-1")).later(Duration.ofMinutes(3));

        assertThat(desk.when(new InventoryCommand.ExtendHold("h1", "ann")).events())
                .containsExactly(new InventoryEvent.HoldExtended(
                        "h1", "ann", Shows.OPENING.plus(Shows.HOLD).plus(Shows.HOLD), null));
        assertThat(code(new InventoryCommand.ExtendHold("h1", "ann"))).isEqualTo("already_extended");

        desk.at(Shows.OPENING.plus(Shows.HOLD).plus(Shows.HOLD).minusMillis(1));
        assertThat(code(holdOn("n1", "h2", "ben", "A-1-1"))).isEqualTo("seat_taken");
        desk.later(Duration.ofMillis(1));
        assertThat(code(holdOn("n1", "h3", "ben", "A-1-1"))).isNull();
    }

    @Test
    void prolongsNobodyElsesHoldAndNoneThatEnded() {
        desk.given(holdOn("n1", "h1", "ann", "A-1-1"));
        assertThat(code(new InventoryCommand.ExtendHold("h1", "ben"))).isEqualTo("unknown_reservation");
        assertThat(code(new InventoryCommand.ExtendHold("h9", "ann"))).isEqualTo("unknown_reservation");

        desk.given(release("h1", "ann"));
        assertThat(code(new InventoryCommand.ExtendHold("h1", "ann"))).isEqualTo("reservation_ended");
        desk.given(holdOn("n1", "h2", "ann", "A-1-1")).later(Shows.HOLD);
        assertThat(code(new InventoryCommand.ExtendHold("h2", "ann"))).isEqualTo("reservation_ended");
    }

    @Test
    void callingAPerformanceOffEndsItsHoldsAndItsSale() {
        desk.given(holdOn("n1", "h1", "ann", "A-1-1"), holdOn("n2", "h2", "ann", "A-1-1"));

        assertThat(desk.when(new InventoryCommand.StopPerformance("n1")).events())
                .containsExactly(
                        new InventoryEvent.PerformanceStopped("n1"),
                        new InventoryEvent.HoldReleased("h1", "ann", "n1", Places.ofSeats(List.of("A-1-1")), null));
        assertThat(desk.when(new InventoryCommand.StopPerformance("n1")).events())
                .isEmpty();
        assertThat(desk.when(new InventoryCommand.StopPerformance("n9")).events())
                .isEmpty();
        assertThat(code(holdOn("n1", "h3", "ben", "A-1-1"))).isEqualTo("performance_cancelled");
        assertThat(code(holdOn("n2", "h4", "ben", "A-1-2"))).isNull();
    }

    @Test
    void callingOffEndsMoreHoldsThanFitIntoATransactionInPartsAndNobodyBuysAnyMeanwhile() {
        InventoryCommand stop = new InventoryCommand.StopPerformance("n1");
        desk.given(held(2 * InventoryDecider.MOST_AT_ONCE + 1));
        desk.later(Duration.ofSeconds(1));
        desk.given(holdOn("n1", "h1", "ann", "A-1-1"), claim("o1", "h1", "ann"), holdOn("n1", "h2", "ben", "A-1-2"));

        assertThat(desk.when(stop).events()).hasSize(InventoryDecider.MOST_AT_ONCE + 1);
        assertThat(desk.books().stoppedButHeld(desk.now())).containsEntry(Desk.EVENT, "n1");
        assertThat(desk.tables().books().stoppedButHeld(desk.now())).containsEntry(Desk.EVENT, "n1");

        var confirmed = desk.when(confirm("o1", "h1", "ann"));
        assertThat(confirmed.due()).hasSize(InventoryDecider.MOST_AT_ONCE);
        assertThat(confirmed.events()).hasOnlyElementsOfType(InventoryEvent.ConfirmRefused.class);
        assertThat(desk.when(stop).due()).hasSize(3);
        assertThat(desk.when(stop).due()).isEmpty();
        assertThat(desk.books().stoppedButHeld(desk.now())).isEmpty();
    }

    @Test
    void whatIsHeldOfAPerformanceThatWasCalledOffCountsNoMore() {
        desk.given(held(2 * InventoryDecider.MOST_AT_ONCE));
        desk.later(Duration.ofSeconds(1));
        desk.given(holdOn("n1", "h1", "ann", "A-1-1", "A-1-2", "A-1-3", "A-1-4"));
        desk.given(new InventoryCommand.StopPerformance("n1"));
        assertThat(desk.books().stoppedButHeld(desk.now())).containsKey(Desk.EVENT);

        assertThat(code(holdOn("n2", "h2", "ann", "A-1-1", "A-1-2", "A-1-3", "A-1-4")))
                .isNull();
    }

    @Test
    void whatAPersonsOtherIdentityHeldOfItCountsNoMoreEither() {
        desk.given(held(2 * InventoryDecider.MOST_AT_ONCE));
        desk.later(Duration.ofSeconds(1));
        desk.given(onNight("n1", "h1", "ann"));
        desk.given(new InventoryCommand.StopPerformance("n1"));
        assertThat(desk.books().stoppedButHeld(desk.now())).containsKey(Desk.EVENT);

        assertThat(code(onNight("n2", "h2", "guest:ann"))).isNull();
    }

    private static InventoryCommand onNight(String performance, String id, String fan) {
        Wish four = new Wish.Named(null, List.of("A-1-1", "A-1-2", "A-1-3", "A-1-4"), true);
        return new InventoryCommand.HoldSeats(id, fan, performance, four, null, "anns-contact");
    }

    @Test
    void callingOffLeavesToTimeWhatIsOverdue() {
        desk.given(held(2 * InventoryDecider.MOST_AT_ONCE)).later(Shows.HOLD);

        var stopped = desk.when(new InventoryCommand.StopPerformance("n1"));

        assertThat(stopped.due()).hasSize(InventoryDecider.MOST_AT_ONCE);
        assertThat(stopped.events()).containsExactly(new InventoryEvent.PerformanceStopped("n1"));
        assertThat(desk.books().stoppedButHeld(desk.now())).isEmpty();
        assertThat(desk.books().earliestDue(desk.now())).containsKey(Desk.EVENT);
    }

    /** Holds of other fans. */
    private static InventoryEvent[] held(int holds) {
        return IntStream.range(0, holds)
                .mapToObj(i -> new InventoryEvent.SeatsHeld(
                        "other" + i,
                        "fan" + i,
                        "n1",
                        List.of(new PricedSeat("Z-1-" + i, "Z", "1", i, "R", 1)),
                        List.of(),
                        new Price("KRW", 1, Price.LIST_PRICE, 0, 0),
                        Shows.OPENING.plus(Shows.HOLD),
                        null,
                        null))
                .toArray(InventoryEvent[]::new);
    }

    @Test
    void sellsByAnotherDefinitionOnceItChanged() {
        desk.given(holdOn("n1", "h1", "ann", "A-1-1"));
        ShowDefinition changed = show(Shows.OPENING.plusSeconds(60));

        assertThat(desk.when(new InventoryCommand.ChangeShow(changed)).events())
                .containsExactly(new InventoryEvent.ShowChanged(changed));
        assertThat(desk.when(new InventoryCommand.ChangeShow(changed)).events()).isEmpty();
        assertThat(code(holdOn("n1", "h2", "ben", "A-1-1"))).isEqualTo("seat_taken");
        desk.later(Duration.ofSeconds(60));
        assertThat(code(holdOn("n1", "h3", "ben", "A-1-2"))).isEqualTo("sale_closed");
    }

    @Test
    void changesNothingOfAShowThatWasNeverOpened() {
        assertThat(desk.when("e2", new InventoryCommand.ChangeShow(show(null))).events())
                .isEmpty();
        assertThat(desk.when("e2", new InventoryCommand.StopPerformance("n1")).events())
                .isEmpty();
    }

    private @Nullable String code(InventoryCommand command) {
        Refusal refusal = desk.when(command).refusal();
        return refusal == null ? null : refusal.code();
    }

    private static ShowDefinition show(@Nullable Instant saleEndsAt) {
        ShowDefinition show = Shows.twoNights();
        Terms terms = show.terms();
        return new ShowDefinition(
                show.billing(),
                new Terms(
                        terms.currency(),
                        terms.ticketLimit(),
                        terms.holdSeconds(),
                        terms.onSaleAt(),
                        saleEndsAt,
                        terms.feePerTicket()),
                show.conditions(),
                List.of(new Performance("n1", FIRST, "", 1, false), new Performance("n2", SECOND, "", 1, false)),
                show.sections());
    }
}
