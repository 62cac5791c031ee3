package io.onsale.topologies.admission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.admission.domain.AdmissionCommand.CloseRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.ControlRoom;
import io.onsale.topologies.admission.domain.AdmissionCommand.JoinQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.LeaveQueue;
import io.onsale.topologies.admission.domain.AdmissionEvent.FansJoined;
import io.onsale.waiting.Tier;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JoinTest {

    @Test
    void fansOfABatchGetPlacesInItsOrder() {
        var outcome = Lobby.open().join("ann", "bob");

        assertThat(outcome.events()).singleElement().isInstanceOfSatisfying(FansJoined.class, joined -> {
            assertThat(joined.places())
                    .extracting(fan -> fan.place().sequence())
                    .containsExactly(1, 2);
            assertThat(joined.places().getFirst().place())
                    .isEqualTo(new Joined(
                            1,
                            Rooms.SECRETS.pseudonym(Lobby.EVENT, "ann"),
                            Rooms.OPENS,
                            Cohort.FIRST,
                            Rating.UNKNOWN,
                            0,
                            Rooms.request("ann"),
                            new Join.Origin(0, 0, 0)));
        });
    }

    @Test
    void whoeverHasALivePlaceIsToldOfItAndNothingHappens() {
        Lobby lobby = Lobby.open().joined("ann");
        var outcome = lobby.when(new JoinQueue(List.of(Rooms.again("ann", "another request"))));

        assertThat(outcome.all()).isEmpty();
        assertThat(outcome.place()).isEqualTo(lobby.place("ann"));
    }

    @Test
    void aThousandJoinsOfOneFanInTwoBatchesAreOnePlace() {
        Lobby lobby = Lobby.open();
        Join[] joins = new Join[500];
        for (int i = 0; i < joins.length; i++) {
            joins[i] = Rooms.again("ann", "request " + i);
        }
        var first = lobby.when(new JoinQueue(List.of(joins)));
        var second = lobby.when(new JoinQueue(List.of(joins)));

        assertThat(first.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        FansJoined.class, joined -> assertThat(joined.places()).hasSize(1));
        assertThat(second.events()).isEmpty();
        assertThat(Collections.frequency(second.answers(), first.answers().getFirst()))
                .isEqualTo(500);
        assertThat(lobby.room().count().joined()).isEqualTo(1);
    }

    @Test
    void whoeverLeftAndComesAgainIsAtTheTail() {
        Lobby lobby = Lobby.open().joined("ann", "bob").given(new LeaveQueue("ann", 1));

        assertThat(lobby.when(new JoinQueue(List.of(Rooms.again("ann", "again"))))
                        .place()
                        .sequence())
                .isEqualTo(3);
    }

    @Test
    void theRequestThatGaveAPlaceIsAnsweredWithItEvenWhenItWasLeft() {
        Lobby lobby = Lobby.open().joined("ann").given(new LeaveQueue("ann", 1));
        var outcome = lobby.join("ann");

        assertThat(outcome.all()).isEmpty();
        assertThat(outcome.place().state()).isEqualTo(Place.State.LEFT);
        assertThat(outcome.place().sequence()).isEqualTo(1);
    }

    @Test
    void nobodyJoinsBeforeTheRoomOpens() {
        Lobby lobby = Lobby.open().at(Rooms.OPENS.minusMillis(1));
        var early = lobby.join("ann");

        assertThat(early.all()).isEmpty();
        assertThat(early.answers()).singleElement().isInstanceOfSatisfying(JoinAnswer.Refused.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo("not_open_yet");
            assertThat(refused.refusal().subjects()).containsExactly(Rooms.OPENS.toString());
        });
        assertThat(lobby.at(Rooms.OPENS).join("ann").joinRefusals()).containsExactly("");
    }

    @Test
    void nobodyJoinsAClosedOrDrainingQueueButWhoeverIsStillToBeLetInIsTold() {
        Lobby lobby = Lobby.open().joined("ann");
        lobby.given(new ControlRoom(Rooms.ORGANIZER, null, null, Control.State.DRAINING, null));
        assertThat(lobby.join("bob", "ann").joinRefusals()).containsExactly("queue_draining", "");
        lobby.given(new CloseRoom("catalogue"));
        assertThat(lobby.when(new JoinQueue(List.of(Rooms.again("bob", "again"), Rooms.again("ann", "again"))))
                        .joinRefusals())
                .containsExactly("queue_closed", "queue_closed");
        assertThat(lobby.join("ann").joinRefusals()).as("a repeated request").containsExactly("");
    }

    @Test
    void whoeverShopsWhenTheQueueClosesHasThePlaceStill() {
        Lobby lobby = Lobby.drawn(Rooms.terms(), "ann");
        assertThat(lobby.letInAll()).containsExactly("ann");
        lobby.given(new CloseRoom("catalogue"));

        assertThat(lobby.when(new JoinQueue(List.of(Rooms.again("ann", "again"))))
                        .joinRefusals())
                .containsExactly("");
    }

    @Test
    void aPauseOpensNoDrainingQueue() {
        Lobby lobby = Lobby.open();
        lobby.given(new ControlRoom(Rooms.ORGANIZER, null, null, Control.State.DRAINING, null));

        assertThat(lobby.paused().join("bob").joinRefusals()).containsExactly("queue_draining");
        assertThat(lobby.resumed().join("bob").joinRefusals()).containsExactly("");
    }

    @Test
    void fansJoinWhileNobodyIsLetIn() {
        assertThat(Lobby.open().paused().join("ann").joinRefusals()).containsExactly("");
    }

    @Test
    void withoutARoomEveryJoinIsRefusedAndNothingWrittenDown() {
        var outcome = new Lobby().join("ann", "bob");

        assertThat(outcome.all()).isEmpty();
        assertThat(outcome.joinRefusals()).containsExactly("no_waiting_room", "no_waiting_room");
    }

    @Test
    void aDeviceHasSoManyLivePlaces() {
        Lobby lobby = Lobby.open();
        JoinQueue four = new JoinQueue(List.of(
                Rooms.from("ann", 0, 7), Rooms.from("bob", 0, 7), Rooms.from("cid", 0, 7), Rooms.from("dee", 0, 7)));

        assertThat(lobby.when(four).joinRefusals()).containsExactly("", "", "", "too_many_from_device");
        lobby.given(new LeaveQueue("ann", 1));
        assertThat(lobby.restart()
                        .when(new JoinQueue(List.of(Rooms.from("dee", 0, 7), Rooms.from("eve", 0, 7))))
                        .joinRefusals())
                .containsExactly("", "too_many_from_device");
    }

    @Test
    void allThoseOfAnAddressWhoNameNoDeviceHaveSomePlacesTogether() {
        Lobby lobby = Lobby.open();
        JoinQueue eleven = new JoinQueue(IntStream.range(0, 11)
                .mapToObj(i -> Rooms.from("fan" + i, 9, 0))
                .toList());

        assertThat(lobby.when(eleven).joinRefusals()).hasSize(11).endsWith("", "too_many_from_device");
        assertThat(lobby.restart()
                        .when(new JoinQueue(List.of(
                                Rooms.from("ann", 9, 0),
                                Rooms.from("bob", 9, 7),
                                Rooms.from("cid", 8, 0),
                                Rooms.from("dee", 0, 0))))
                        .joinRefusals())
                .as("others of that address, and of others")
                .containsExactly("too_many_from_device", "", "", "");
        lobby.given(new LeaveQueue("fan0", 1));
        assertThat(lobby.when(new JoinQueue(List.of(Rooms.from("ann", 9, 0)))).joinRefusals())
                .containsExactly("");
    }

    @Test
    void aPersonHasOneLivePlaceWhicheverIdentityAsks() {
        Lobby lobby = Lobby.open();
        JoinQueue both = new JoinQueue(List.of(Rooms.of("guest", 7), Rooms.of("ann", 7), Rooms.of("bob", 8)));

        assertThat(lobby.when(both).joinRefusals()).containsExactly("", "has_place", "");
        assertThat(lobby.restart().when(both).joinRefusals())
                .as("whoever has the place is told of it")
                .containsExactly("", "has_place", "");
        lobby.given(new LeaveQueue("guest", 1));
        assertThat(lobby.when(new JoinQueue(List.of(Rooms.of("ann", 7)))).joinRefusals())
                .as("the place that was left is none")
                .containsExactly("");
    }

    @Test
    void anAddressHasSoManyLivePlaces() {
        Lobby lobby = Lobby.open();
        JoinQueue many = new JoinQueue(IntStream.range(0, 51)
                .mapToObj(i -> Rooms.from("fan" + i, 9, i + 1))
                .toList());

        assertThat(lobby.when(many).joinRefusals()).endsWith("", "too_many_from_address");
        assertThat(lobby.when(new JoinQueue(List.of(Rooms.from("ann", 9, 0), Rooms.from("bob", 8, 0))))
                        .joinRefusals())
                .containsExactly("too_many_from_address", "");
    }

    @Test
    void whoeverCameFromNowhereKnownIsNotCounted() {
        assertThat(Lobby.open().when(Lobby.batch(0, 200)).joinRefusals()).containsOnly("");
    }

    @Test
    void whatIsKnownOfAFanCountsForThePlace() {
        Lobby lobby = Lobby.open().given(Rooms.tier("ann", Tier.GOLD));
        var place = lobby.when(new JoinQueue(List.of(Rooms.buyer("ann", 3))))
                .place()
                .joined();

        assertThat(place.rating()).isEqualTo(new Rating(Tier.GOLD, 0));
        assertThat(place.purchases()).isEqualTo(3);
    }

    @Test
    void purchasesAreNeverLessThanNone() {
        assertThat(Lobby.open()
                        .when(new JoinQueue(List.of(Rooms.buyer("ann", -3))))
                        .place()
                        .joined()
                        .purchases())
                .isZero();
    }

    @Test
    void aJoinAtTheInstantOfTheDrawComesAfterTheFreeze() {
        var outcome = Lobby.open().joined("ann").at(Rooms.DRAWS).join("bob");

        assertThat(outcome.due()).hasSize(1);
        assertThat(outcome.place().joined().cohort()).isEqualTo(Cohort.SECOND);
    }

    @Test
    void aSuspectedFanWhoComesAfterTheFreezeIsAtTheVeryEnd() {
        Lobby lobby = Lobby.open().given(Rooms.suspect("ann")).at(Rooms.DRAWS).joined("ann");

        assertThat(lobby.place("ann").joined().cohort()).isEqualTo(Cohort.LAST);
        assertThat(lobby.place("ann").moved()).isEqualTo(1);
    }
}
