package io.onsale.topologies.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.inventory.domain.InventoryEvent.SeatsHeld;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds of other than named seats, and what comes with those. */
class WishTest {

    private static final Section WITH_WHEELCHAIR = Section.ofSeats(
            "W",
            "R",
            80_000,
            List.of(new Row("1", 6)),
            Map.of("wheelchair", List.of("1-1", "1-5"), "companion", List.of("1-2", "1-6")));

    private final Desk desk = Desk.selling(Shows.with(Shows.everything(), List.of(WITH_WHEELCHAIR)));

    @Test
    void holdsPlacesOfASectionWithoutSeats() {
        SeatsHeld held = granted("h1", "ann", new Wish.Some("Floor", null, 3));

        assertThat(held.seats()).isEmpty();
        assertThat(held.areas()).containsExactly(new HeldArea("Floor", null, 3, "R", 50_000));
        assertThat(held.price().total()).isEqualTo(150_000);
    }

    @Test
    void sellsNoMorePlacesThanThereAre() {
        granted("h1", "ann", new Wish.Some("Floor", null, 3));
        granted("h2", "ben", new Wish.Some("Floor", null, 2));

        assertThat(refused("h3", "cid", new Wish.Some("Floor", null, 2))).isEqualTo("not_enough_left");
        granted("h4", "cid", new Wish.Some("Floor", null, 1));
        desk.given(Desk.release("h1", "ann"));
        granted("h5", "cid", new Wish.Some("Floor", null, 3));
    }

    @Test
    void aPlaceOfOneNightIsNoneOfTheOther() {
        granted("h1", "ann", new Wish.Some("Floor", null, 4));
        granted("h2", "ben", new Wish.Some("Floor", null, 2));

        assertThat(desk.when(new InventoryCommand.HoldSeats(
                                "h3", "cid", "n2", new Wish.Some("Floor", null, 4), null, null))
                        .refusal())
                .isNull();
    }

    @Test
    void eachTimeOfEntryHasItsOwnPlacesUntilItComes() {
        granted("h1", "ann", new Wish.Some("Tour", "noon", 4));

        assertThat(refused("h2", "ben", new Wish.Some("Tour", "noon", 1))).isEqualTo("not_enough_left");
        granted("h3", "ben", new Wish.Some("Tour", "one", 1));
        assertThat(refused("h4", "ben", new Wish.Some("Tour", "two", 1))).isEqualTo("unknown_slot");
        assertThat(refused("h5", "ben", new Wish.Some("Tour", null, 1))).isEqualTo("slot_required");
        assertThat(refused("h6", "ben", new Wish.Some("Floor", "noon", 1))).isEqualTo("unknown_slot");
    }

    @Test
    void aTimeOfEntryIsSoldUnderItsOwnPerformanceAlone() {
        var ofTheOther =
                new InventoryCommand.HoldSeats("h1", "ann", "n2", new Wish.Some("Tour", "noon", 1), null, null);

        assertThat(desk.when(ofTheOther).refusal()).extracting(Refusal::code).isEqualTo("unknown_slot");
        granted("h2", "ann", new Wish.Some("Tour", "noon", 1));
    }

    @Test
    void countsPlacesAgainstTheLimitLikeSeats() {
        granted("h1", "ann", new Wish.Some("Floor", null, 2));
        desk.given(Desk.holdOn("n1", "h2", "ann", "A-1-1"));

        assertThat(refused("h3", "ann", new Wish.Some("Tour", "one", 2))).isEqualTo("ticket_limit");
        assertThat(refused("h4", "ann", new Wish.Best("A", 2, true, List.of()))).isEqualTo("ticket_limit");
        granted("h5", "ann", new Wish.Best("A", 1, true, List.of()));
    }

    @Test
    void refusesWhatIsNoQuantityOrOfNoSection() {
        assertThat(refused("h1", "ann", new Wish.Some("Floor", null, 0))).isEqualTo("bad_quantity");
        assertThat(refused("h1", "ann", new Wish.Some("Floor", null, -2))).isEqualTo("bad_quantity");
        assertThat(refused("h1", "ann", new Wish.Some("Floor", null, Integer.MAX_VALUE)))
                .isEqualTo("ticket_limit");
        assertThat(refused("h1", "ann", new Wish.Best("A", Integer.MIN_VALUE, true, List.of())))
                .isEqualTo("bad_quantity");
        assertThat(refused("h1", "ann", new Wish.Some("Nowhere", null, 1))).isEqualTo("unknown_section");
        assertThat(refused("h1", "ann", new Wish.Best("Nowhere", 1, true, List.of())))
                .isEqualTo("unknown_section");
        assertThat(refused("h1", "ann", new Wish.Some(null, null, 1))).isEqualTo("section_required");
        assertThat(refused("h1", "ann", new Wish.Best(null, 1, true, List.of())))
                .isEqualTo("section_required");
        assertThat(refused("h1", "ann", new Wish.Some("A", null, 1))).isEqualTo("seats_required");
        assertThat(refused("h1", "ann", new Wish.Best("Floor", 1, true, List.of())))
                .isEqualTo("bad_request");
        assertThat(refused("h1", "ann", new Wish.Unclear())).isEqualTo("bad_request");
    }

    @Test
    void holdsTheBestSeatsThatAreLeft() {
        assertThat(ids(granted("h1", "ann", new Wish.Best("A", 2, true, List.of()))))
                .containsExactly("A-1-5", "A-1-6");
        assertThat(ids(granted("h2", "ben", new Wish.Best("A", 2, true, List.of()))))
                .containsExactly("A-1-3", "A-1-4");
    }

    @Test
    void saysThatSoManyTogetherAreNotLeft() {
        granted("h1", "ann", new Wish.Named(null, List.of("B-East-R-1-2"), true));

        assertThat(refused("h2", "ben", new Wish.Best("B-East", 2, true, List.of())))
                .isEqualTo("not_enough_together");
        assertThat(ids(granted("h3", "ben", new Wish.Best("B-East", 2, false, List.of()))))
                .containsExactlyInAnyOrder("B-East-R-1-1", "B-East-R-1-3");
        assertThat(refused("h4", "cid", new Wish.Best("B-East", 1, false, List.of())))
                .isEqualTo("not_enough_left");
    }

    @Test
    void ofASingleSeatItSaysNothingOfSoMany() {
        granted("h1", "ann", wheelchair(4));

        var outcome = desk.when(new InventoryCommand.HoldSeats("h2", "ben", "n1", wheelchair(1), null, null));

        assertThat(outcome.refusal()).isNotNull().extracting(Refusal::detail).isEqualTo("No such seat is left there.");
    }

    @Test
    void seatsThatCameBackAreChosenAgain() {
        granted("h1", "ann", new Wish.Best("A", 2, true, List.of()));
        desk.given(Desk.release("h1", "ann"));

        assertThat(ids(granted("h2", "ben", new Wish.Best("A", 2, true, List.of()))))
                .containsExactly("A-1-5", "A-1-6");
    }

    @Test
    void whatIsChosenIsTheSameAfterARestart() {
        granted("h1", "ann", new Wish.Best("A", 2, true, List.of()));
        granted("h2", "ben", new Wish.Named(null, List.of("A-1-8"), true));
        InventoryView restarted = desk.tables().books().view(Desk.EVENT);
        SectionPlan plan = Objects.requireNonNull(
                Objects.requireNonNull(restarted.seatMap()).section("A"));
        InventoryView running = desk.books().view(Desk.EVENT);

        for (int row = 0; row < plan.rows(); row++) {
            assertThat(restarted.free("n1", plan).row(row))
                    .isEqualTo(running.free("n1", plan).row(row));
        }
        assertThat(restarted.free("n1", plan).left()).isEqualTo(12);
    }

    @Test
    void suggestsTheNearestFreeSeatsInsteadOfTakenOnes() {
        granted("h1", "ann", new Wish.Named(null, List.of("A-1-5", "A-1-6"), true));

        var together = Objects.requireNonNull(
                desk.when(named("h2", "ben", "A-1-6", "A-1-7")).refusal());
        assertThat(together.subjects()).containsExactly("A-1-6");
        assertThat(together.suggestion()).containsExactly("A-1-7", "A-1-8");
        var apart = Objects.requireNonNull(
                desk.when(named("h3", "ben", "A-1-6", "A-2-5")).refusal());
        assertThat(apart.suggestion()).hasSize(2).allMatch(seat -> seat.startsWith("A-1-"));
        assertThat(desk.when(named("h4", "ben", together.suggestion().toArray(String[]::new)))
                        .refusal())
                .isNull();
    }

    @Test
    void suggestsAnotherWheelchairPlaceInsteadOfOneAndNeverAnOrdinarySeat() {
        granted("h1", "ann", new Wish.Named(null, List.of("W-1-1"), true));

        assertThat(desk.when(named("h2", "ben", "W-1-1")).refusal())
                .extracting(Refusal::suggestion)
                .isEqualTo(List.of("W-1-5"));
        assertThat(desk.when(named("h3", "ben", "W-1-1", "W-1-2")).refusal())
                .extracting(Refusal::suggestion)
                .isEqualTo(List.of("W-1-5", "W-1-6"));
        assertThat(desk.when(named("h7", "ben", "W-1-1", "W-1-5")).refusal())
                .extracting(Refusal::suggestion)
                .isEqualTo(List.of());
        assertThat(desk.when(named("h4", "ben", "W-1-1", "W-1-3")).refusal())
                .extracting(Refusal::suggestion)
                .isEqualTo(List.of());
        granted("h5", "cid", new Wish.Named(null, List.of("W-1-5"), true));
        assertThat(desk.when(named("h6", "ben", "W-1-1")).refusal())
                .extracting(Refusal::suggestion)
                .isEqualTo(List.of());
    }

    @Test
    void suggestsSeatsOfTheNextSectionOfTheGradeWhereTheOwnHasTooFew() {
        granted("h1", "ann", new Wish.Named(null, List.of("B-East-R-1-1", "B-East-R-1-2"), true));

        var why = Objects.requireNonNull(
                desk.when(named("h2", "ben", "B-East-R-1-2", "B-East-R-1-3")).refusal());

        assertThat(why.suggestion()).containsExactly("W-1-3", "W-1-4");
        granted("h3", "ben", new Wish.Named(null, why.suggestion(), true));
        assertThat(desk.when(named("h4", "cid", "B-East-R-1-2", "B-East-R-1-3")).refusal())
                .extracting(Refusal::suggestion)
                .isEqualTo(List.of("A-1-5", "A-1-6"));
    }

    @Test
    void suggestsAnyGradeWhereTheOwnHasTooFewAndNothingWhereNoneHasEnough() {
        Section dear = Section.ofSeats("V", "VIP", 200_000, List.of(new Row("1", 2)), Map.of());
        Section cheap = Section.ofSeats("C", "C", 10_000, List.of(new Row("1", 2)), Map.of());
        ShowDefinition show = Shows.oneNight();
        Desk small = Desk.selling(new ShowDefinition(
                show.billing(), show.terms(), show.conditions(), show.performances(), List.of(dear, cheap)));
        small.given(named("h1", "ann", "V-1-1"));

        assertThat(small.when(named("h2", "ben", "V-1-1", "V-1-2")).refusal())
                .extracting(Refusal::suggestion)
                .isEqualTo(List.of("C-1-1", "C-1-2"));
        small.given(named("h3", "cid", "C-1-1"));
        assertThat(small.when(named("h4", "ben", "V-1-1", "V-1-2")).refusal())
                .extracting(Refusal::suggestion)
                .isEqualTo(List.of());
    }

    @Test
    void suggestsSeatsApartWhereSoManyTogetherAreNotLeft() {
        granted("h1", "ann", new Wish.Named(null, List.of("B-East-R-1-2"), true));

        assertThat(suggested(new Wish.Best("B-East", 2, true, List.of())))
                .containsExactlyInAnyOrder("B-East-R-1-1", "B-East-R-1-3");
        assertThat(suggested(new Wish.Best("B-East", 3, true, List.of()))).containsExactly("A-1-4", "A-1-5", "A-1-6");
        assertThat(suggested(new Wish.Best("B-East", 3, false, List.of()))).containsExactly("A-1-4", "A-1-5", "A-1-6");
        assertThat(suggested(new Wish.Best("B-East", 2, true, List.of("wheelchair"))))
                .containsExactly("W-1-5", "W-1-6");
    }

    @Test
    void suggestsTheNextTimeOfEntryWithRoomOrElseTheLastBefore() {
        granted("h1", "ann", new Wish.Some("Tour", "noon", 3));

        assertThat(suggested(new Wish.Some("Tour", "noon", 2))).containsExactly("one");
        granted("h2", "ben", new Wish.Some("Tour", "one", 4));
        assertThat(suggested(new Wish.Some("Tour", "noon", 2))).isEmpty();
        assertThat(suggested(new Wish.Some("Tour", "one", 1))).containsExactly("noon");
    }

    @Test
    void suggestsAnotherSectionWithRoomForSoMany() {
        Section stalls =
                new Section("Stalls", BookingMode.QUANTITY, "R", 40_000, List.of(), Map.of(), 3, List.of(), null);
        Desk wider = Desk.selling(Shows.with(Shows.everything(), List.of(stalls)));
        Wish four = new Wish.Some("Floor", null, 4);
        Wish three = new Wish.Some("Floor", null, 3);
        wider.given(new InventoryCommand.HoldSeats("h1", "ann", "n1", four, null, null));

        assertThat(wider.when(new InventoryCommand.HoldSeats("h2", "ben", "n1", three, null, null))
                        .refusal())
                .extracting(Refusal::suggestion)
                .isEqualTo(List.of("Stalls"));
        assertThat(wider.when(new InventoryCommand.HoldSeats("h3", "ben", "n1", four, null, null))
                        .refusal())
                .extracting(Refusal::suggestion)
                .isEqualTo(List.of());
    }

    private List<String> suggested(Wish wish) {
        return Objects.requireNonNull(desk.when(new InventoryCommand.HoldSeats("hx", "zoe", "n1", wish, null, null))
                        .refusal())
                .suggestion();
    }

    @Test
    void aWheelchairSeatBringsItsCompanionSeatAlong() {
        assertThat(ids(granted("h1", "ann", new Wish.Named(null, List.of("W-1-1"), true))))
                .containsExactly("W-1-1", "W-1-2");
        assertThat(ids(granted("h2", "ben", new Wish.Named(null, List.of("W-1-5"), false))))
                .containsExactly("W-1-5");
    }

    @Test
    void aCompanionSeatIsOnlyHeldWithItsWheelchairSeat() {
        assertThat(refused("h1", "ann", new Wish.Named(null, List.of("W-1-2", "W-1-3"), true)))
                .isEqualTo("companion_only");
        assertThat(ids(granted("h2", "ann", new Wish.Named(null, List.of("W-1-2", "W-1-1"), true))))
                .containsExactly("W-1-2", "W-1-1");
    }

    @Test
    void companionsCountAgainstTheLimitToo() {
        granted("h1", "ann", new Wish.Some("Floor", null, 3));

        assertThat(refused("h2", "ann", new Wish.Named(null, List.of("W-1-1"), true)))
                .isEqualTo("ticket_limit");
        granted("h3", "ann", new Wish.Named(null, List.of("W-1-1"), false));
    }

    @Test
    void theBestWheelchairSeatsComeWithTheirCompanions() {
        assertThat(ids(granted("h1", "ann", wheelchair(2)))).containsExactly("W-1-5", "W-1-6");
        assertThat(ids(granted("h2", "ben", new Wish.Best("W", 2, true, List.of()))))
                .containsExactly("W-1-3", "W-1-4");
        assertThat(refused("h3", "cid", new Wish.Best("W", 1, true, List.of()))).isEqualTo("not_enough_together");
    }

    @Test
    void aCompanionSeatIsAnybodysOnceItsWheelchairSeatIsTakenAlone() {
        granted("h1", "ann", new Wish.Named(null, List.of("W-1-1"), false));

        assertThat(ids(granted("h2", "ben", new Wish.Named(null, List.of("W-1-2", "W-1-3"), true))))
                .containsExactly("W-1-2", "W-1-3");
    }

    @Test
    void aCompanionSeatIsKeptAgainOnceItsWheelchairSeatIsFree() {
        granted("h1", "ann", wheelchair(1));
        desk.given(Desk.release("h1", "ann"));

        assertThat(refused("h2", "ben", new Wish.Named(null, List.of("W-1-6"), true)))
                .isEqualTo("companion_only");
    }

    @Test
    void theBestSeatsAreCompanionSeatsOnlyWhereNothingElseIsLeft() {
        granted("h1", "ann", new Wish.Named(null, List.of("W-1-1"), false));

        assertThat(ids(granted("h2", "ben", new Wish.Best("W", 1, true, List.of()))))
                .containsExactly("W-1-3");
        assertThat(ids(granted("h3", "cid", new Wish.Best("W", 2, false, List.of()))))
                .containsExactlyInAnyOrder("W-1-2", "W-1-4");
        assertThat(refused("h4", "dan", new Wish.Best("W", 1, false, List.of())))
                .isEqualTo("not_enough_left");
    }

    @Test
    void aLooseCompanionSeatJoinsItsNeighboursWhereTheyAreTooFewTogether() {
        granted("h1", "ann", new Wish.Named(null, List.of("W-1-1"), false));

        assertThat(ids(granted("h2", "ben", new Wish.Best("W", 3, true, List.of()))))
                .containsExactly("W-1-2", "W-1-3", "W-1-4");
    }

    @Test
    void whoComesAloneGetsAWheelchairSeatWithoutACompanionSeatWhereThereIsOne() {
        granted("h1", "ann", new Wish.Named(null, List.of("W-1-1"), false));
        granted("h2", "ben", new Wish.Named(null, List.of("W-1-2"), false));
        desk.given(Desk.release("h1", "ann"));

        assertThat(ids(granted("h3", "cid", wheelchair(1)))).containsExactly("W-1-1");
        assertThat(ids(granted("h4", "dan", wheelchair(2)))).containsExactly("W-1-5", "W-1-6");
    }

    @Test
    void aPartyOfTwoGetsAPairHoweverNearALoneWheelchairSeatIs() {
        granted("h1", "ann", new Wish.Named(null, List.of("W-1-5"), false));
        granted("h2", "ben", new Wish.Named(null, List.of("W-1-6"), false));
        desk.given(Desk.release("h1", "ann"));

        assertThat(ids(granted("h3", "cid", wheelchair(3)))).containsExactly("W-1-1", "W-1-2", "W-1-5");
        assertThat(refused("h4", "dan", wheelchair(1))).isEqualTo("not_enough_together");
    }

    @Test
    void overdueHoldsOfASectionAreGoneBeforeItsPlacesAreCounted() {
        granted("h1", "ann", new Wish.Some("Floor", null, 4));
        granted("h2", "ben", new Wish.Some("Floor", null, 2));

        desk.later(Shows.HOLD);

        granted("h3", "cid", new Wish.Some("Floor", null, 4));
    }

    @Test
    void sellsNothingOfATimeOfEntryThatCame() {
        desk.later(Duration.ofDays(30));

        assertThat(refused("h1", "ann", new Wish.Some("Tour", "noon", 1))).isEqualTo("sale_closed");
        assertThat(refused("h2", "ann", new Wish.Some("Floor", null, 1))).isEqualTo("sale_closed");
        granted("h3", "ann", new Wish.Some("Tour", "one", 1));
    }

    private SeatsHeld granted(String id, String fan, Wish wish) {
        var outcome = desk.when(new InventoryCommand.HoldSeats(id, fan, "n1", wish, null, null));
        assertThat(outcome.refusal()).isNull();
        return (SeatsHeld) outcome.events().getFirst();
    }

    private @Nullable String refused(String id, String fan, Wish wish) {
        Refusal refusal = desk.when(new InventoryCommand.HoldSeats(id, fan, "n1", wish, null, null))
                .refusal();
        return refusal == null ? null : refusal.code();
    }

    private static Wish wheelchair(int quantity) {
        return new Wish.Best("W", quantity, true, List.of("wheelchair"));
    }

    private static InventoryCommand named(String id, String fan, String... seats) {
        return Desk.holdOn("n1", id, fan, seats);
    }

    private static List<String> ids(SeatsHeld held) {
        return held.places().seatIds();
    }
}
