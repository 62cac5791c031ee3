package io.onsale.standalone.audit.rules;

import static io.onsale.standalone.audit.RoomStory.DRAW;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.standalone.audit.RoomStory;
import io.onsale.standalone.audit.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class AdmissionLimitsTest {

    private static final String[] FANS = {"ann", "bob", "cat", "dan"};

    private final RoomStory story =
            RoomStory.opened(2).joined(FANS).at(0).frozen().drawn();
    private final String first = story.next(1)[0];

    @Test
    void acceptsAsManyAsMay() {
        story.admitted(2)
                .held(first)
                .ended(first)
                .closing(first)
                .released(first)
                .closed(first)
                .freed(first)
                .admitted(1);

        assertFindings().isEmpty();
    }

    @Test
    void acceptsMoreOnceTheLimitIsRaised() {
        story.admitted(2).controlled(3, RoomState.OPEN).admitted(1);

        assertFindings().isEmpty();
    }

    @Test
    void acceptsThatALowerLimitExpelsNobody() {
        story.admitted(2)
                .controlled(1, RoomState.OPEN)
                .ended(first)
                .closed(first)
                .freed(first);

        assertFindings().isEmpty();
    }

    @Test
    void findsOneTooMany() {
        story.admitted(3);

        assertFindings().containsExactly("3 shop at once where 2 may");
    }

    @Test
    void findsOneTooManyAfterTheLimitWasLowered() {
        story.admitted(1).controlled(1, RoomState.OPEN).admitted(1);

        assertFindings().containsExactly("2 shop at once where 1 may");
    }

    @Test
    void countsItselfWhoShops() {
        story.admitted(2).ended(first).admitted(2, 2, story.next(1));

        assertFindings().containsExactly("3 shop at once where 2 may", "2 are told to shop where 3 do");
    }

    @Test
    void findsALimitThatIsNotInForce() {
        story.admitted(5, story.next(1));

        assertFindings().containsExactly("a limit of 5 is told where 2 is in force");
    }

    @Test
    void findsFansLetInWhileNobodyIsToBe() {
        story.controlled(2, RoomState.PAUSED).admitted(1);

        assertFindings().containsExactly("fans are let in while nobody is to be");
    }

    @Test
    void acceptsFansLetInWhileTheLineDrains() {
        story.controlled(2, RoomState.DRAINING).admitted(1);

        assertFindings().isEmpty();
    }

    @Test
    void findsAPlaceFreedBeforeInventoryClosedIt() {
        story.admitted(1).ended(first).freed(first);

        assertFindings().containsExactly("a place is free that inventory has not closed");
    }

    @Test
    void findsAPlaceThatInventoryClosedTooLate() {
        story.admitted(1).ended(first).freed(first).closed(first);

        assertFindings().containsExactly("a place was free before inventory closed it");
    }

    @Test
    void waitsForAClosingThatMayStillBeRead() {
        story.admitted(1).ended(first).freed(first);

        assertThat(findings(4)).isEmpty();
    }

    @Test
    void findsAPlaceFreedWhoseAdmissionGoesOn() {
        story.admitted(1).closed(first).freed(first);

        assertFindings().containsExactly("a place is free whose admission has not ended");
    }

    @Test
    void findsAPlaceFreedTwice() {
        story.admitted(2).ended(first).closed(first).freed(first).freed(first);

        assertFindings().containsExactly("a place is free that nobody had");
    }

    @Test
    void findsAHoldAfterTheAdmissionWasClosed() {
        story.admitted(1)
                .ended(first)
                .closing(first)
                .held(first)
                .closed(first)
                .freed(first)
                .held(first);

        assertFindings()
                .containsExactly(
                        "seats are held with an admission that is closed",
                        "seats are held with an admission that is closed");
    }

    @Test
    void acceptsThatInventoryIsReadAfterwards() {
        story.admitted(1)
                .held(first)
                .ended(first)
                .closing(first)
                .released(first)
                .closed(first)
                .freed(first);
        List<Logged> log = new ArrayList<>(story.log());
        log.sort(Comparator.comparing(logged -> logged.value() instanceof InventoryEvent));

        assertThat(findings(log, 600)).isEmpty();
    }

    @Test
    void acceptsThatInventorySaysItAgain() {
        story.admitted(2).ended(first).closed(first).closed(first).freed(first);

        assertFindings().isEmpty();
    }

    @Test
    void findsAHoldWithATokenThatSaysMoreThanWasGiven() {
        story.admitted(1).heldUntil(900, first).heldUntil(901, first);

        assertFindings().containsExactly("seats are held with an admission that was given for less");
    }

    @Test
    void findsAnAdmissionThatNeverEnds() {
        story.admitted(1);

        assertThat(findings(961)).containsExactly("an admission has run out and has not ended");
        assertThat(findings(960)).isEmpty();
    }

    @Test
    void findsAPlaceThatIsNeverFreed() {
        story.admitted(1).ended(first);

        assertThat(findings(7_201)).containsExactly("an admission has ended and its place is not free after 2 hours");
        assertThat(findings(7_200)).isEmpty();
    }

    @Test
    void forgetsNobodyWhoIsHeardOfAgain() {
        story.admitted(1).ended(first).closed(first).freed(first).closed(first);

        assertThat(findings(600)).isEmpty();
        story.held(first).ended(first).freed(first);
        assertFindings()
                .containsExactly(
                        "seats are held with an admission that is closed",
                        "an admission ends twice",
                        "a place is free that nobody had");
    }

    @Test
    void findsAHoldAfterTheAdmissionExpired() {
        story.admitted(1).at(899).held(first).at(900).held(first);

        assertFindings().containsExactly("seats are held with an admission that has expired");
    }

    @Test
    void findsAHoldWithAnothersAdmission() {
        String other = story.next(2)[1];
        story.admitted(1).held(other, story.admission(first));

        assertFindings().containsExactly("seats are held with another fan's admission");
    }

    @Test
    void findsAHoldWithAnAdmissionThatWasNeverGiven() {
        story.held(first);

        assertFindings().containsExactly("seats are held with an admission that was never given");
    }

    @Test
    void findsAnAdmissionGivenOrEndedTwice() {
        story.admitted(1).admitted(2, 1, first).ended(first).ended(first);

        assertFindings().containsExactly("an admission is given twice", "an admission ends twice");
    }

    @Test
    void findsAnEndOfNothing() {
        story.ended(first);

        assertFindings().containsExactly("an admission ends that was never given");
    }

    @Test
    void findsAHoldWithoutAnAdmission() {
        story.admitted(1).heldWithoutAdmission("eve");

        assertFindings().containsExactly("seats are held without an admission where there is a waiting room");
    }

    @Test
    void findsAHoldWithoutAnAdmissionThatIsReadBeforeTheRoom() {
        story.heldWithoutAdmission("eve");
        List<Logged> log = new ArrayList<>(story.log());
        log.addFirst(log.removeLast());

        assertThat(findings(log, 600))
                .containsExactly("seats are held without an admission where there is a waiting room");
    }

    @Test
    void acceptsHoldsWithoutAnAdmissionFromBeforeTheRoom() {
        story.at(-61).heldWithoutAdmission("eve");

        assertFindings().isEmpty();
    }

    @Test
    void acceptsHoldsWithoutAnAdmissionWhereThereIsNoRoom() {
        Story plain = Story.opened().held("h1", "eve", "A-1-1");

        assertThat(findings(plain.log(), 600)).isEmpty();
    }

    @Test
    void findsAnAdmissionClosedThatStillHoldsSomething() {
        story.admitted(1).held(first).held(first).released(first).closed(first);

        assertFindings().containsExactly("an admission is closed that still holds something");
    }

    @Test
    void saysOnceWhatAClosedAdmissionHolds() {
        story.admitted(1).held(first).closed(first).closed(first);

        assertFindings().containsExactly("an admission is closed that still holds something");
    }

    @Test
    void acceptsThatAnAdmissionIsClosedOnceNothingIsHeldWithIt() {
        story.admitted(1)
                .held(first)
                .released(first)
                .held(first)
                .expired(first)
                .held(first)
                .returned(first)
                .held(first)
                .confirmed(first)
                .closed(first);

        assertFindings().isEmpty();
    }

    @Test
    void findsFansLetInTooFast() {
        story.controlled(4, RoomState.OPEN).paced(1).admitted(2);
        story.at(0, 999).admitted(1);

        assertFindings().containsExactly("3 are let in within a second where 2 may be");
    }

    @Test
    void acceptsFansLetInAtTheirPace() {
        story.controlled(4, RoomState.OPEN).paced(1).admitted(1).at(0, 950).admitted(1);
        story.at(1, 950).admitted(1).at(2, 950).admitted(1);

        assertFindings().isEmpty();
    }

    @Test
    void judgesASecondByItsFastestPace() {
        story.controlled(4, RoomState.OPEN).paced(4).admitted(3);
        story.at(0, 500).paced(1).admitted(1);

        assertFindings().isEmpty();
    }

    private ListAssert<String> assertFindings() {
        return assertThat(findings(600));
    }

    private List<String> findings(long seconds) {
        return findings(story.log(), seconds);
    }

    private static List<String> findings(List<Logged> log, long seconds) {
        AdmissionLimits rule = new AdmissionLimits();
        List<Finding> findings = new ArrayList<>();
        log.forEach(logged -> findings.addAll(rule.see(logged)));
        findings.addAll(rule.end(DRAW.plusSeconds(seconds)));
        return findings.stream().map(Finding::what).toList();
    }
}
