package io.onsale.topologies.inventory.domain;

import static io.onsale.topologies.inventory.domain.Desk.hold;
import static io.onsale.topologies.inventory.domain.Desk.holdAs;
import static io.onsale.topologies.inventory.domain.Desk.holdIn;
import static io.onsale.topologies.inventory.domain.Desk.holdOn;
import static io.onsale.topologies.inventory.domain.Desk.release;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.kit.domain.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HoldSeatsTest {

    private final Desk desk = Desk.selling(Shows.oneNight());

    @Test
    void holdsSeatsOfSeveralSectionsAtTheirListPrices() {
        var held = desk.when(hold("h1", "ann", "A-1-3", "B-East-R-1-2"));

        assertThat(held.events())
                .containsExactly(new InventoryEvent.SeatsHeld(
                        "h1",
                        "ann",
                        "n1",
                        List.of(
                                new PricedSeat("A-1-3", "A", "1", 3, "R", 100_000),
                                new PricedSeat("B-East-R-1-2", "B-East", "R-1", 2, "R", 70_000)),
                        List.of(),
                        new Price("KRW", 170_000, Price.LIST_PRICE, 0, 0),
                        Shows.OPENING.plus(Shows.HOLD),
                        null,
                        null));
        assertThat(held.answer()).isEqualTo(held.events().getFirst());
    }

    @Test
    void refusesAHoldOnASeatThatIsHeldAndNamesItAlone() {
        desk.given(hold("h1", "ann", "A-1-3"));

        assertThat(refusal(hold("h2", "ben", "A-1-2", "A-1-3"))).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("seat_taken");
            assertThat(refusal.subjects()).containsExactly("A-1-3");
        });
    }

    @Test
    void holdsNothingWhereOneSeatIsTaken() {
        desk.given(hold("h1", "ann", "A-1-3"), hold("h2", "ben", "A-1-2", "A-1-3"));

        assertThat(desk.when(hold("h3", "cat", "A-1-2")).answer()).isInstanceOf(InventoryEvent.SeatsHeld.class);
    }

    @Test
    void whoHasSeveralIdentitiesHasOneLimitWhicheverComesFirst() {
        desk.given(holdAs("h1", "guest", "contact", "A-1-1", "A-1-2", "A-1-3"));

        assertThat(refusal(holdAs("h2", "account", "contact", "A-1-5", "A-1-6")).code())
                .isEqualTo("ticket_limit");
        assertThat(desk.when(holdAs("h3", "account", "contact", "A-1-5")).answer())
                .isInstanceOf(InventoryEvent.SeatsHeld.class);
        assertThat(refusal(holdAs("h4", "guest", "contact", "A-1-7")).code()).isEqualTo("ticket_limit");
        assertThat(desk.when(holdAs("h5", "somebody", "another", "A-1-7")).answer())
                .isInstanceOf(InventoryEvent.SeatsHeld.class);
    }

    @Test
    void whatOneIdentityGivesBackTheOtherMayHave() {
        desk.given(holdAs("h1", "guest", "contact", "A-1-1", "A-1-2", "A-1-3", "A-1-4"));
        desk.given(new InventoryCommand.ReleaseHold("h1", "guest"));

        assertThat(desk.when(holdAs("h2", "account", "contact", "A-1-1")).answer())
                .isInstanceOf(InventoryEvent.SeatsHeld.class);
    }

    @Test
    void refusesASeatThatTheFanItselfHolds() {
        desk.given(hold("h1", "ann", "A-1-3"));

        assertThat(refusal(hold("h2", "ann", "A-1-3")).code()).isEqualTo("seat_taken");
    }

    @Test
    void aRefusalIsAnEventToo() {
        desk.given(hold("h1", "ann", "A-1-3"));

        var refused = desk.when(hold("h2", "ben", "A-1-3"));

        assertThat(refused.events()).hasSize(1).first().isInstanceOf(InventoryEvent.HoldRefused.class);
    }

    @Test
    void refusesAnEventItWasNeverToldOf() {
        var refused = desk.when("another", hold("h1", "ann", "A-1-3"));

        assertThat(Objects.requireNonNull(refused.refusal()).code()).isEqualTo("unknown_event");
    }

    @Test
    void refusesUntilTheOpeningInstantAndSellsFromIt() {
        desk.at(Shows.OPENING.minusMillis(1));
        assertThat(refusal(hold("h1", "ann", "A-1-3")).code()).isEqualTo("not_on_sale");

        desk.at(Shows.OPENING);
        assertThat(desk.when(hold("h2", "ann", "A-1-3")).refusal()).isNull();
    }

    @Test
    void refusesAfterTheShowIsClosed() {
        desk.given(new InventoryCommand.CloseShow());

        assertThat(refusal(hold("h1", "ann", "A-1-3")).code()).isEqualTo("sale_closed");
    }

    @Test
    void refusesAPerformanceThatDoesNotExist() {
        assertThat(refusal(holdOn("n9", "h1", "ann", "A-1-3")).code()).isEqualTo("unknown_performance");
    }

    @Test
    void asksForThePerformanceWhereThereAreSeveral() {
        Desk twoNights = Desk.selling(Shows.twoNights());

        var refused = twoNights.when(hold("h1", "ann", "A-1-3"));

        assertThat(Objects.requireNonNull(refused.refusal()).code()).isEqualTo("performance_required");
    }

    @Test
    void theSameSeatOfAnotherPerformanceIsAnotherSeat() {
        Desk twoNights = Desk.selling(Shows.twoNights()).given(holdOn("n1", "h1", "ann", "A-1-3"));

        assertThat(twoNights.when(holdOn("n2", "h2", "ben", "A-1-3")).refusal()).isNull();
        assertThat(twoNights.when(holdOn("n1", "h3", "cat", "A-1-3")).refusal()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A-1-0",
                "A-1-11",
                "A-1-03",
                "A-1-",
                "A-1--3",
                "A-1-+3",
                "A-1-3 ",
                "a-1-3",
                "A-3-1",
                "C-1-1",
                "A-1",
                "A",
                "",
                "-",
                "A-1-٣",
                "A-1-4294967299",
                "A-1-1e0",
                "B-East-1-1"
            })
    void refusesSeatsThatDoNotExistAndNamesThem(String seat) {
        assertThat(refusal(hold("h1", "ann", "A-1-3", seat))).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("unknown_seat");
            assertThat(refusal.subjects()).containsExactly(seat);
        });
    }

    @Test
    void refusesSeatsOutsideTheSectionThatIsNamed() {
        assertThat(desk.when(holdIn("A", "h1", "ann", "A-1-3")).refusal()).isNull();
        assertThat(refusal(holdIn("A", "h2", "ann", "A-1-4", "B-East-R-1-1")).subjects())
                .containsExactly("B-East-R-1-1");
    }

    @Test
    void refusesASeatNamedTwice() {
        assertThat(refusal(hold("h1", "ann", "A-1-3", "A-1-3")).code()).isEqualTo("duplicate_seat");
    }

    @Test
    void refusesAHoldOfNothing() {
        assertThat(refusal(hold("h1", "ann")).code()).isEqualTo("no_seats");
    }

    @Test
    void countsHeldTicketsOfAllSectionsAndPerformancesAgainstTheLimit() {
        Desk twoNights = Desk.selling(Shows.twoNights())
                .given(holdOn("n1", "h1", "ann", "A-1-1", "A-1-2"), holdOn("n2", "h2", "ann", "B-East-R-1-1"));

        assertThat(twoNights.when(holdOn("n1", "h3", "ann", "A-2-1", "A-2-2")).refusal())
                .extracting(Refusal::code)
                .isEqualTo("ticket_limit");
        assertThat(twoNights.when(holdOn("n1", "h4", "ann", "A-2-1")).refusal()).isNull();
    }

    @Test
    void refusesMoreSeatsThanTheLimitAtOnce() {
        assertThat(refusal(hold("h1", "ann", "A-1-1", "A-1-2", "A-1-3", "A-1-4", "A-1-5"))
                        .code())
                .isEqualTo("ticket_limit");
    }

    @Test
    void whatIsReleasedNoLongerCountsAgainstTheLimit() {
        desk.given(hold("h1", "ann", "A-1-1", "A-1-2", "A-1-3", "A-1-4"), release("h1", "ann"));

        assertThat(desk.when(hold("h2", "ann", "A-2-1", "A-2-2", "A-2-3", "A-2-4"))
                        .refusal())
                .isNull();
    }

    @Test
    void refusesAnIdThatAReservationHasAlready() {
        desk.given(hold("h1", "ann", "A-1-1"));

        assertThat(refusal(hold("h1", "ann", "A-1-2")).code()).isEqualTo("reservation_exists");
    }

    @Test
    void anEndedReservationsIdIsFreeOnceItIsForgottenWhetherItsRowIsSweptOrNot() {
        desk.given(hold("h1", "ann", "A-1-1"), release("h1", "ann"));

        desk.later(Hold.REMEMBERED.minusMillis(1));
        assertThat(refusal(hold("h1", "ben", "A-1-2")).code()).isEqualTo("reservation_exists");

        desk.later(Duration.ofMillis(1));
        assertThat(desk.when(hold("h1", "ben", "A-1-2")).refusal()).isNull();
    }

    private Refusal refusal(InventoryCommand command) {
        return Objects.requireNonNull(desk.when(command).refusal(), "should have been refused");
    }
}
