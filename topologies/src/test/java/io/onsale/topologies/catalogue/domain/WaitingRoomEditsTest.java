package io.onsale.topologies.catalogue.domain;

import static io.onsale.topologies.catalogue.domain.Definitions.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.catalogue.domain.CatalogueCommand.EditEvent;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.CatalogueRefused;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventEdited;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Terms;
import io.onsale.topologies.show.domain.WaitingRoom;
import io.onsale.topologies.show.domain.WaitingRoom.Beacon;
import io.onsale.topologies.show.domain.WaitingRoom.Challenge;
import io.onsale.topologies.show.domain.WaitingRoom.Joining;
import io.onsale.topologies.show.domain.WaitingRoom.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitingRoomEditsTest {

    private static final ShowDefinition SHOW = Definitions.behindARoom();
    private static final WaitingRoom ROOM = Objects.requireNonNull(SHOW.waitingRoom());
    private static final ShowDefinition OPEN_TO_ALL = Definitions.right();
    private static final Instant BEFORE = ROOM.opensAt().minusSeconds(11);
    private static final Instant JOINABLE = ROOM.opensAt();

    @Test
    void beforeItOpensEverythingChangesButItsBeacon() {
        WaitingRoom other = new WaitingRoom(
                ROOM.opensAt().plusSeconds(60),
                new Pace(7, 8, 9),
                "lottery-1",
                ROOM.beacon(),
                new Joining(5, 6, Challenge.ALWAYS));

        assertThat(refused(SHOW, SHOW.behind(other), BEFORE)).isEmpty();
        assertThat(refused(SHOW, SHOW.behind(lit(new Beacon("drand", 1, OPENING.plusSeconds(90)))), BEFORE))
                .containsExactly("waiting_room.beacon");
    }

    @Test
    void onceFansMayHaveJoinedItStaysAsItIs() {
        WaitingRoom other = new WaitingRoom(
                ROOM.opensAt().plusSeconds(60),
                new Pace(7, 8, 9),
                "lottery-1",
                ROOM.beacon(),
                new Joining(5, 6, ROOM.joining().challenge()));

        assertThat(refused(SHOW, SHOW.behind(other), JOINABLE))
                .containsExactly(
                        "waiting_room.opens_at",
                        "waiting_room.policy",
                        "waiting_room.max_concurrent",
                        "waiting_room.admit_per_second",
                        "waiting_room.arrive_within_seconds",
                        "waiting_room.max_per_address",
                        "waiting_room.max_per_device");
    }

    @Test
    void aChangeThatWouldArriveWhenFansJoinIsTooLate() {
        WaitingRoom faster = new WaitingRoom(ROOM.opensAt(), new Pace(100, 11, 60), "draw-1", null, ROOM.joining());

        assertThat(refused(SHOW, SHOW.behind(faster), ROOM.opensAt().minusSeconds(10)))
                .containsExactly("waiting_room.admit_per_second");
    }

    @Test
    void challengesComeAndGoAtAnyTime() {
        Joining hard =
                new Joining(ROOM.joining().maxPerAddress(), ROOM.joining().maxPerDevice(), Challenge.ALWAYS);
        WaitingRoom other = new WaitingRoom(ROOM.opensAt(), ROOM.pace(), ROOM.policy(), ROOM.beacon(), hard);

        assertThat(refused(SHOW, SHOW.behind(other), OPENING.plusSeconds(60))).isEmpty();
    }

    @Test
    void theDrawMayBePutOffUntilItIsDrawnAndNeverBroughtForward() {
        assertThat(refused(SHOW, from(OPENING.minusSeconds(60)), BEFORE)).isEmpty();
        assertThat(refused(SHOW, from(OPENING.minusSeconds(60)), JOINABLE)).containsExactly("on_sale_at");
        assertThat(refused(SHOW, from(OPENING.plusSeconds(60)), OPENING.minusSeconds(11)))
                .isEmpty();
        assertThat(refused(SHOW, from(OPENING.plusSeconds(60)), OPENING.minusSeconds(10)))
                .containsExactly("on_sale_at");
        assertThat(refused(SHOW, from(OPENING.plusSeconds(60)), OPENING)).containsExactly("on_sale_at");
    }

    @Test
    void theDrawIsPutOffOnlyUntilItsBeaconSpeaks() {
        ShowDefinition lit = SHOW.behind(lit(new Beacon("drand", 1, OPENING.plusSeconds(90))));

        assertThat(refused(lit, from(OPENING.plusSeconds(89), lit), JOINABLE)).isEmpty();
        assertThat(judged(lit, from(OPENING.plusSeconds(90), lit), JOINABLE).answer())
                .isInstanceOfSatisfying(CatalogueRefused.class, refused -> {
                    assertThat(refused.refusal().subjects()).containsExactly("waiting_room.beacon.due_at");
                    assertThat(refused.refusal().detail()).contains("must be after on_sale_at");
                });
    }

    @Test
    void theSaleBeginsNoMoreThanAnHourBeforeItsBeaconSpeaks() {
        ShowDefinition lit = SHOW.behind(lit(new Beacon("drand", 1, OPENING.plusSeconds(3_600))));

        assertThat(judged(lit, from(OPENING.minusSeconds(1), lit), BEFORE).answer())
                .isInstanceOfSatisfying(CatalogueRefused.class, refused -> {
                    assertThat(refused.refusal().subjects()).containsExactly("waiting_room.beacon.due_at");
                    assertThat(refused.refusal().detail()).contains("at most an hour after on_sale_at");
                });
    }

    @Test
    void whatWasPublishedWithALaterBeaconIsChangedAsBefore() {
        ShowDefinition late = SHOW.behind(lit(new Beacon("drand", 1, OPENING.plusSeconds(86_400))));

        assertThat(refused(late, from(OPENING.plusSeconds(90), late), JOINABLE)).isEmpty();
    }

    @Test
    void nobodyIsAskedWhenABeaconOfBeforeIsDue() {
        ShowDefinition old = SHOW.behind(lit(new Beacon("drand", 1, null)));

        assertThat(refused(old, from(OPENING.plusSeconds(90), old), JOINABLE)).isEmpty();
    }

    @Test
    void aRoomIsAddedUntilTheSaleBeginsAndNeverTakenAway() {
        assertThat(refused(OPEN_TO_ALL, SHOW, OPENING.minusSeconds(11))).isEmpty();
        assertThat(refused(OPEN_TO_ALL, SHOW, OPENING)).containsExactly("waiting_room");
        assertThat(refused(SHOW, OPEN_TO_ALL, BEFORE)).containsExactly("waiting_room");
    }

    @Test
    void aSaleEndsAtAnotherInstantUntilItsLineIsClosedForGood() {
        Instant end = OPENING.plusSeconds(3_600);
        Instant shut = end.plus(Duration.ofDays(1));
        ShowDefinition over = until(end);

        assertThat(refused(over, until(end.plusSeconds(1)), shut.minusSeconds(11)))
                .isEmpty();
        assertThat(refused(over, until(end.plusSeconds(1)), shut.minusSeconds(10)))
                .containsExactly("sale_ends_at");
        assertThat(refused(over, until(null), shut)).containsExactly("sale_ends_at");
        assertThat(refused(until(null), until(end), shut.minusSeconds(11))).isEmpty();
        assertThat(refused(until(null), until(end), shut.minusSeconds(10)))
                .as("would close the line at once")
                .containsExactly("sale_ends_at");
        assertThat(refused(over, over, shut)).as("the rest may change").isEmpty();
        assertThat(refused(withoutRoom(over), withoutRoom(until(null)), shut)).isEmpty();
    }

    private static ShowDefinition until(@Nullable Instant end) {
        Terms terms = SHOW.terms();
        return new ShowDefinition(
                SHOW.billing(),
                new Terms(terms.currency(), terms.ticketLimit(), terms.holdSeconds(), OPENING, end, 0),
                SHOW.conditions(),
                SHOW.performances(),
                SHOW.sections(),
                ROOM);
    }

    private static ShowDefinition withoutRoom(ShowDefinition show) {
        return new ShowDefinition(
                show.billing(), show.terms(), show.conditions(), show.performances(), show.sections());
    }

    @Test
    void anEventWithoutARoomIsChangedAsBefore() {
        ShowDefinition more = Definitions.with(Definitions.terms("KRW", 6, 480));

        assertThat(refused(OPEN_TO_ALL, more, OPENING.plusSeconds(60))).isEmpty();
    }

    private static WaitingRoom lit(Beacon beacon) {
        return new WaitingRoom(ROOM.opensAt(), ROOM.pace(), ROOM.policy(), beacon, ROOM.joining());
    }

    private static ShowDefinition from(Instant onSaleAt) {
        return from(onSaleAt, SHOW);
    }

    private static ShowDefinition from(Instant onSaleAt, ShowDefinition show) {
        Terms terms = SHOW.terms();
        return new ShowDefinition(
                SHOW.billing(),
                new Terms(terms.currency(), terms.ticketLimit(), terms.holdSeconds(), onSaleAt, null, 0),
                SHOW.conditions(),
                SHOW.performances(),
                SHOW.sections(),
                show.waitingRoom());
    }

    @Test
    void saysWhatCanBeDoneInstead() {
        WaitingRoom busier = new WaitingRoom(ROOM.opensAt(), new Pace(7, 10, 60), "lottery-1", null, ROOM.joining());

        assertThat(judged(SHOW, SHOW.behind(busier), JOINABLE).answer())
                .isInstanceOfSatisfying(
                        CatalogueRefused.class,
                        refused -> assertThat(refused.refusal().detail())
                                .contains("control it by its own call", "keep it once the waiting room is open"));
    }

    /** The fields for which this change of a published event is refused at an instant. */
    private static List<String> refused(ShowDefinition now, ShowDefinition changed, Instant at) {
        Decision<CatalogueEvent> decision = judged(now, changed, at);
        if (decision.answer() instanceof CatalogueRefused refused) {
            assertThat(refused.refusal().code()).isEqualTo("not_editable");
            return refused.refusal().subjects();
        }
        assertThat(decision.answer()).isEqualTo(new EventEdited(now, new Listing(Status.PUBLISHED, changed)));
        return List.of();
    }

    private static Decision<CatalogueEvent> judged(ShowDefinition now, ShowDefinition changed, Instant at) {
        return new CatalogueDecider()
                .decide(() -> new Listing(Status.PUBLISHED, now), new EditEvent("organizer", now, changed), at);
    }
}
