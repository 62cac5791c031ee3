package io.onsale.standalone.audit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.Story;
import org.junit.jupiter.api.Test;

class AreaCapacityTest extends RulesTest {

    @Test
    void acceptsAsManyAsThereAreAgainAndAgain() {
        Story story = Story.opened()
                .heldPlaces("h1", "ann", 2)
                .heldPlaces("h2", "ben", 1)
                .released("h1")
                .heldPlaces("h3", "eva", 2)
                .expired("h2")
                .heldPlaces("h4", "ben", 1);

        assertFindings(new AreaCapacity(), story).isEmpty();
    }

    @Test
    void findsMoreThanThereAre() {
        Story story = Story.opened().heldPlaces("h1", "ann", 2).heldPlaces("h2", "ben", 2);

        assertFindings(new AreaCapacity(), story).containsExactly("4 places are taken where there are 3");
    }

    @Test
    void findsATimeOfEntryThatIsOverfull() {
        Story story = Story.opened().heldSlot("h1", "ann", 1).heldSlot("h2", "ben", 1);

        assertFindings(new AreaCapacity(), story).containsExactly("2 places are taken where there are 1");
    }

    @Test
    void whatAnOrderGivesBackIsFreeAtOnce() {
        Story story = Story.opened()
                .heldPlaces("h1", "ann", 2)
                .confirmed("h1")
                .returnedPlaces("h1", 1)
                .heldPlaces("h2", "ben", 2);

        assertFindings(new AreaCapacity(), story).isEmpty();
    }

    @Test
    void whatIsGivenBackTwiceMakesRoomOnce() {
        Story story = Story.opened()
                .heldPlaces("h1", "ann", 1)
                .heldPlaces("h2", "ben", 2)
                .confirmed("h1")
                .returnedPlaces("h1", 1)
                .returnedPlaces("h1", 1)
                .heldPlaces("h3", "eva", 2);

        assertFindings(new AreaCapacity(), story).containsExactly("4 places are taken where there are 3");
    }

    @Test
    void findsPlacesHeldThatWaitForTheNight() {
        Story story = Story.opened()
                .heldPlaces("h1", "ann", 2)
                .confirmed("h1")
                .withheldPlaces("h1", 2)
                .heldPlaces("h2", "ben", 2);

        assertFindings(new AreaCapacity(), story).containsExactly("4 places are taken where there are 3");
    }

    @Test
    void acceptsPlacesHeldAfterTheirBatch() {
        Story story = Story.opened()
                .heldPlaces("h1", "ann", 2)
                .confirmed("h1")
                .withheldPlaces("h1", 2)
                .batchOfPlaces(2)
                .heldPlaces("h2", "ben", 2);

        assertFindings(new AreaCapacity(), story).isEmpty();
    }

    @Test
    void findsASectionMadeSmallerThanWhatIsTaken() {
        Story story = Story.opened()
                .heldPlaces("h1", "ann", 2)
                .changed(2)
                .heldPlaces("h2", "ben", 1)
                .changed(1);

        assertFindings(new AreaCapacity(), story)
                .containsExactly("3 places are taken where there are 2", "3 places are taken where there are 1");
    }

    @Test
    void countsThePlacesHeld() {
        Rule rule = new AreaCapacity();

        findings(rule, Story.opened().heldPlaces("h1", "ann", 2).heldPlaces("h2", "ben", 1), 0);

        assertThat(rule.checked()).isEqualTo(3);
    }
}
