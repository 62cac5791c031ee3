package io.onsale.standalone.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeatOwnersTest extends RulesTest {

    @Test
    void acceptsSeatsThatChangeHandsOneAfterTheOther() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1", "A-1-2")
                .released("h1")
                .held("h2", "bob", "A-1-2")
                .expired("h2")
                .held("h3", "ann", "A-1-2");

        assertFindings(new SeatOwners(), story).isEmpty();
    }

    @Test
    void acceptsTheSameSeatOfTwoShows() {
        Story story = Story.opened().held("h1", "ann", "A-1-1").show("event-2").held("h2", "bob", "A-1-1");

        assertFindings(new SeatOwners(), story).isEmpty();
    }

    @Test
    void findsASeatHeldTwiceAndNamesBothHolds() {
        Story story = Story.opened().held("h1", "ann", "A-1-1").held("h2", "bob", "A-1-1");

        Finding finding = findings(new SeatOwners(), story, 0).getFirst();

        assertThat(finding.what()).isEqualTo("a seat is held that another hold owns");
        assertThat(finding.place()).contains(story.log().getLast().place());
        assertThat(finding.ids())
                .containsEntry(Ids.SEAT, "A-1-1")
                .containsEntry(Ids.HOLD, "h2")
                .containsEntry("owner", "h1");
    }

    @Test
    void findsASeatHeldTwiceByTheSameHold() {
        Story story = Story.opened().held("h1", "ann", "A-1-1", "A-1-1");

        assertFindings(new SeatOwners(), story).containsExactly("a seat is held that another hold owns");
    }

    @Test
    void findsAReleaseOfASeatThatAnotherHoldOwns() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .held("h2", "bob", "A-1-2")
                .released("h1", "ann", List.of("A-1-1", "A-1-2"));

        assertFindings(new SeatOwners(), story).containsExactly("a seat is released by a hold that does not own it");
    }

    @Test
    void findsAReleaseThatForgetsASeat() {
        Story story = Story.opened().held("h1", "ann", "A-1-1", "A-1-2").released("h1", "ann", List.of("A-1-1"));

        assertFindings(new SeatOwners(), story).containsExactly("a hold is released without one of its seats");
    }

    @Test
    void acceptsSeatsThatAnOrderOwnsAndGivesBack() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1", "A-1-2")
                .confirmed("h1")
                .returned("h1", "A-1-1")
                .held("h2", "bob", "A-1-1")
                .withheld("h1", "A-1-2")
                .batch("A-1-2")
                .held("h3", "bob", "A-1-2");

        assertFindings(new SeatOwners(), story).isEmpty();
    }

    @Test
    void findsAnOwnedSeatHeldByAnother() {
        Story story = Story.opened().held("h1", "ann", "A-1-1").confirmed("h1").held("h2", "bob", "A-1-1");

        assertFindings(new SeatOwners(), story).containsExactly("a seat is held that another hold owns");
    }

    @Test
    void findsSeatsConfirmedThatTheHoldDoesNotHaveAndForgottenOnes() {
        Story story = Story.opened().held("h1", "ann", "A-1-1").confirmed("h1", List.of("A-1-2"));

        assertFindings(new SeatOwners(), story)
                .containsExactly(
                        "a seat is confirmed by a hold that does not own it",
                        "a hold is confirmed without one of its seats");
    }

    @Test
    void findsSeatsGivenBackTwice() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .confirmed("h1")
                .returned("h1", "A-1-1")
                .returned("h1", "A-1-1");

        assertFindings(new SeatOwners(), story).containsExactly("a seat is returned by a hold that does not own it");
    }

    @Test
    void findsAWithheldSeatHeldBeforeItsBatch() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .confirmed("h1")
                .withheld("h1", "A-1-1")
                .held("h2", "bob", "A-1-1");

        assertFindings(new SeatOwners(), story).containsExactly("a seat is held that another hold owns");
    }

    @Test
    void countsTheSeatsHeld() {
        Rule rule = new SeatOwners();

        findings(rule, Story.opened().held("h1", "ann", "A-1-1", "A-1-2").held("h2", "bob", "A-1-3"), 0);

        assertThat(rule.checked()).isEqualTo(3);
    }
}
