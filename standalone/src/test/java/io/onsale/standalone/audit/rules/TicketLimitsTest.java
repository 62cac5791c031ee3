package io.onsale.standalone.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketLimitsTest extends RulesTest {

    @Test
    void acceptsAsManyAsAreAllowedAgainAndAgain() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1", "A-1-2")
                .released("h1")
                .held("h2", "ann", "A-1-1")
                .held("h3", "ann", "A-1-2")
                .expired("h2")
                .held("h4", "ann", "A-1-3");

        assertFindings(new TicketLimits(), story).isEmpty();
    }

    @Test
    void countsEachFanAndEachShowApart() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1", "A-1-2")
                .held("h2", "bob", "A-1-3", "A-1-4")
                .show("event-2")
                .held("h3", "ann", "A-1-1", "A-1-2");

        assertFindings(new TicketLimits(), story).isEmpty();
    }

    @Test
    void findsTooManyInOneHold() {
        Story story = Story.opened().held("h1", "ann", "A-1-1", "A-1-2", "A-1-3");

        assertFindings(new TicketLimits(), story).containsExactly("a fan has 3 tickets where 2 are allowed");
    }

    @Test
    void findsTooManyOverSeveralHolds() {
        Story story = Story.opened().held("h1", "ann", "A-1-1", "A-1-2").held("h2", "ann", "A-1-3");

        assertFindings(new TicketLimits(), story).containsExactly("a fan has 3 tickets where 2 are allowed");
    }

    @Test
    void findsTooManyOfOneContactOverSeveralFans() {
        Story story = Story.opened().heldBy("h1", "guest", "contact", "A-1-1", "A-1-2");
        assertFindings(new TicketLimits(), story).isEmpty();

        story.heldBy("h2", "account", "contact", "A-1-3").heldBy("h3", "account", "other", "A-1-4", "A-1-5");

        assertFindings(new TicketLimits(), story)
                .as("the second by its contact, the third by its fan")
                .containsExactly("a fan has 3 tickets where 2 are allowed", "a fan has 3 tickets where 2 are allowed");
    }

    @Test
    void aReleaseThatNamesMoreSeatsMakesNoRoom() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .held("h2", "ann", "A-1-2")
                .released("h1", "ann", List.of("A-1-1", "A-1-2"))
                .held("h3", "ann", "A-1-3", "A-1-4");

        assertFindings(new TicketLimits(), story).containsExactly("a fan has 3 tickets where 2 are allowed");
    }

    @Test
    void aHoldThatEndsTwiceMakesRoomOnce() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1")
                .held("h2", "ann", "A-1-2")
                .released("h1")
                .expired("h1")
                .held("h3", "ann", "A-1-3", "A-1-4");

        assertFindings(new TicketLimits(), story).containsExactly("a fan has 3 tickets where 2 are allowed");
    }

    @Test
    void findsAHoldOfAShowThatWasNeverOpened() {
        List<Logged> log = Story.opened().held("h1", "ann", "A-1-1").log();

        assertThat(new TicketLimits().see(log.getLast()))
                .extracting(Finding::what)
                .containsExactly("seats are held of an event whose sale was never opened");
    }

    @Test
    void countsWhatIsOwnedUntilItIsGivenBack() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1", "A-1-2")
                .confirmed("h1")
                .returned("h1", "A-1-1")
                .held("h2", "ann", "A-1-3");

        assertFindings(new TicketLimits(), story).isEmpty();
    }

    @Test
    void findsTooManyBesideWhatIsOwned() {
        Story story = Story.opened()
                .held("h1", "ann", "A-1-1", "A-1-2")
                .confirmed("h1")
                .held("h2", "ann", "A-1-3");

        assertFindings(new TicketLimits(), story).containsExactly("a fan has 3 tickets where 2 are allowed");
    }
}
