package io.onsale.topologies.admission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.admission.domain.AdmissionCommand.ArriveAtSale;
import io.onsale.topologies.admission.domain.AdmissionCommand.ChangeRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.CloseRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.ShopperClosed;
import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionRefused;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomChanged;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomControlled;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoomEndTest {

    private static final Instant SALE_ENDS = Rooms.DRAWS.plus(Duration.ofHours(8));
    private static final Instant CLOSES = SALE_ENDS.plus(Duration.ofDays(1));
    private static final Terms TERMS = Rooms.terms().sellingUntil(SALE_ENDS);
    private static final RoomControlled CLOSED =
            new RoomControlled(new Control(TERMS.pace(), Control.State.CLOSED), "admission");

    @Test
    void aRoomThatNobodyClosesIsClosedByTimeADayAfterTheSale() {
        Lobby lobby = Lobby.drawn(TERMS).paused().joined("ann").at(CLOSES.minusMillis(1));
        assertThat(lobby.books().due(lobby.now())).isEmpty();
        assertThat(lobby.wake().all()).isEmpty();
        lobby.at(CLOSES);
        assertThat(lobby.books().due(lobby.now())).containsExactly(Lobby.EVENT);

        assertThat(lobby.wake().all()).containsExactly(CLOSED);
        assertThat(lobby.restart().wake().all()).as("once").isEmpty();
        assertThat(lobby.books().due(lobby.now())).isEmpty();
    }

    @Test
    void aDayLaterItKnowsNobodyAnyMore() {
        Lobby lobby = Lobby.drawn(TERMS).paused().joined("ann").at(CLOSES).woken();
        lobby.later(Duration.ofDays(1).minusMillis(1));
        assertThat(lobby.books().forgotten(Lobby.EVENT + "|ann", lobby.now())).isFalse();

        assertThat(lobby.books().forgotten(Lobby.EVENT + "|ann", CLOSES.plus(Duration.ofDays(1))))
                .isTrue();
    }

    @Test
    void aRoomOfWhichNobodyKnowsWhenItsSaleEndsStaysOpen() {
        Lobby lobby = Lobby.open(Rooms.terms()).at(CLOSES.plus(Duration.ofDays(3_650)));

        assertThat(lobby.wake().all()).doesNotHaveAnyElementsOfTypes(RoomControlled.class);
    }

    @Test
    void nobodyIsLetInByTheWayWhenItCloses() {
        Lobby lobby = Lobby.drawn(TERMS, "ann").at(CLOSES);

        assertThat(lobby.wake().all()).containsExactly(CLOSED);
        assertThat(lobby.letInAll()).isEmpty();
    }

    @Test
    void whoWasLetInBeforeFinishesAndThenItIsOver() {
        Lobby lobby = Lobby.drawn(TERMS, "ann", "bob").at(CLOSES.minusSeconds(60));
        String ann = lobby.wake().admitted().getFirst();
        lobby.given(new ArriveAtSale(ann, lobby.admissionOf(ann))).at(CLOSES).woken();
        assertThat(lobby.room().closed()).isTrue();
        assertThat(lobby.place(ann).state()).isEqualTo(Place.State.ARRIVED);
        assertThat(lobby.room().over()).isFalse();
        for (String fan : new String[] {"ann", "bob"}) {
            lobby.given(new ShopperClosed(lobby.admissionOf(fan)));
        }

        assertThat(lobby.room().over()).isTrue();
    }

    @Test
    void aSaleThatGoesOnKeepsItOpen() {
        Terms longer = TERMS.sellingUntil(SALE_ENDS.plus(Duration.ofDays(7)));
        Lobby lobby = Lobby.drawn(TERMS, "ann");

        assertThat(lobby.when(new ChangeRoom(longer)).events()).containsExactly(new RoomChanged(longer));
        assertThat(lobby.at(CLOSES).wake().all()).doesNotContain(CLOSED);
        assertThat(lobby.at(CLOSES.plus(Duration.ofDays(7))).wake().all()).contains(CLOSED);
    }

    @Test
    void whenTheSaleEndsIsHeardThoughTheRestIsRefused() {
        Terms wanted = Rooms.terms(new Pace(9, 9)).sellingUntil(SALE_ENDS.plusSeconds(60));
        Lobby lobby = Lobby.open(TERMS).joined("ann");

        var events = lobby.when(new ChangeRoom(wanted)).events();
        assertThat(events).hasSize(2).first().isEqualTo(new RoomChanged(TERMS.sellingUntil(wanted.saleEndsAt())));
        assertThat(events)
                .last()
                .isInstanceOfSatisfying(
                        AdmissionRefused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("room_in_use"));
        assertThat(lobby.room().terms().pace()).isEqualTo(TERMS.pace());
    }

    @Test
    void aRoomThatWasClosedIsNotClosedAgain() {
        Lobby lobby = Lobby.open(TERMS).joined("ann").given(new CloseRoom("catalogue"));

        assertThat(lobby.at(CLOSES).wake().all()).isEmpty();
    }
}
