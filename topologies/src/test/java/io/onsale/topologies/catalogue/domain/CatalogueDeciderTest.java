package io.onsale.topologies.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.catalogue.domain.CatalogueCommand.CancelPerformance;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.CloseEvent;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.CreateEvent;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.EditEvent;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.MovePerformance;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.PublishEvent;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.CatalogueRefused;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventClosed;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventDrafted;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventEdited;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventPublished;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.PerformanceMoved;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.MapTable;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.testing.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CatalogueDeciderTest {

    private static final Instant NOW = Instant.parse("2030-01-01T10:00:00Z");
    private static final ShowDefinition SHOW = Definitions.right();
    private static final CreateEvent CREATE = new CreateEvent(SHOW);
    private static final PublishEvent PUBLISH = new PublishEvent("organizer");
    private static final CloseEvent CLOSE = new CloseEvent(Asker.organizer("organizer"));

    private final Trial<CatalogueView, CatalogueCommand, CatalogueEvent> trial =
            new Trial<>(new CatalogueDecider(), new CatalogueBooks(new MapTable<>()), "e1", NOW);

    @Test
    void draftsThenPublishesThenCloses() {
        assertThat(trial.when(CREATE)).isEqualTo(Decision.of(new EventDrafted(SHOW)));
        assertThat(trial.when(PUBLISH)).isEqualTo(Decision.of(new EventPublished(SHOW)));
        assertThat(trial.when(CLOSE)).isEqualTo(Decision.of(new EventClosed(SHOW)));
    }

    @Test
    void refusesADefinitionThatBreaksARule() {
        var refused = trial.when(new CreateEvent(Definitions.in(List.of())));

        assertThat(code(refused)).isEqualTo("invalid_event");
        assertThat(trial.when(CREATE)).isEqualTo(Decision.of(new EventDrafted(SHOW)));
    }

    @Test
    void refusesToDraftOverAnEvent() {
        trial.given(new EventDrafted(SHOW));

        assertThat(code(trial.when(CREATE))).isEqualTo("wrong_status");
    }

    @Test
    void refusesToPublishWhatIsOverOrCalledOff() {
        Instant past = Instant.parse("2029-12-31T10:00:00Z");
        Performance over = new Performance("n1", past, "", 1, false);
        Performance off = new Performance("n2", past.plusSeconds(10_000_000), "", 1, true);
        ShowDefinition show = Definitions.on(List.of(over, off));
        trial.given(new EventDrafted(show));

        var refused = trial.when(PUBLISH);

        assertThat(code(refused)).isEqualTo("invalid_event");
        assertThat(subjects(refused)).containsExactly("performances");
    }

    @Test
    void aDraftOfBeforeARuleIsJudgedByItWhenItIsPublished() {
        ShowDefinition old = Definitions.in(List.of());
        trial.given(new EventDrafted(old));

        var refused = trial.when(PUBLISH);

        assertThat(code(refused)).isEqualTo("invalid_event");
        assertThat(refused)
                .isEqualTo(Decision.of(new CatalogueRefused(
                        Objects.requireNonNull(new DefinitionRules().judge(old)), new Listing(Status.DRAFT, old))));
    }

    @Test
    void publishingTwiceIsAnsweredAlikeAndHappensOnce() {
        trial.given(new EventDrafted(SHOW), new EventPublished(SHOW));

        assertThat(trial.when(PUBLISH)).isEqualTo(Decision.answer(new EventPublished(SHOW)));
    }

    @Test
    void closingTwiceIsAnsweredAlikeAndHappensOnce() {
        trial.given(new EventDrafted(SHOW), new EventPublished(SHOW), new EventClosed(SHOW));

        assertThat(trial.when(CLOSE)).isEqualTo(Decision.answer(new EventClosed(SHOW)));
    }

    @Test
    void refusesToPublishAgainWhatIsClosed() {
        trial.given(new EventDrafted(SHOW), new EventPublished(SHOW), new EventClosed(SHOW));

        assertThat(code(trial.when(PUBLISH))).isEqualTo("wrong_status");
    }

    @Test
    void refusesToCloseADraft() {
        trial.given(new EventDrafted(SHOW));

        assertThat(code(trial.when(CLOSE))).isEqualTo("wrong_status");
    }

    @Test
    void onlyItsOrganizerMovesAnEvent() {
        trial.given(new EventDrafted(SHOW));

        assertThat(told(trial.when(new PublishEvent("rival")))).isEqualTo("not_your_event");
        assertThat(told(trial.when(new CloseEvent(Asker.organizer("rival"))))).isEqualTo("not_your_event");
        assertThat(trial.when(PUBLISH)).isEqualTo(Decision.of(new EventPublished(SHOW)));
    }

    @Test
    void operatorsEndSalesAndChangeDatesOfEverybodysEventsAndNoMore() {
        trial.given(new EventDrafted(SHOW), new EventPublished(SHOW));
        Asker operator = new Asker("operator", true);
        String night = SHOW.performances().getFirst().id();
        Instant later = SHOW.performances().getFirst().startsAt().plusSeconds(60);

        assertThat(trial.when(new MovePerformance(operator, night, later)).answer())
                .isInstanceOf(PerformanceMoved.class);
        assertThat(trial.when(new CancelPerformance(operator, night)).answer())
                .isInstanceOf(CatalogueEvent.PerformanceCancelled.class);
        assertThat(trial.when(new CloseEvent(operator)).answer()).isInstanceOf(EventClosed.class);
        assertThat(told(trial.when(new PublishEvent("operator")))).isEqualTo("not_your_event");
    }

    @Test
    void refusesToMoveWhatThereIsNot() {
        assertThat(told(trial.when(PUBLISH))).isEqualTo("unknown_event");
        assertThat(told(trial.when(CLOSE))).isEqualTo("unknown_event");
    }

    @Test
    void aDraftMayBecomeAnythingThatIsRight() {
        trial.given(new EventDrafted(SHOW));
        ShowDefinition other = Definitions.in(Definitions.section("Z", List.of(new Row("9", 9)), Map.of()));

        assertThat(trial.when(new EditEvent("organizer", SHOW, other)))
                .isEqualTo(Decision.of(new EventEdited(SHOW, new Listing(Status.DRAFT, other))));
        assertThat(code(trial.when(new EditEvent("organizer", other, Definitions.in(List.of())))))
                .isEqualTo("invalid_event");
    }

    @Test
    void aChangeMadeFromSomethingElseThanWhatThereIsIsRefused() {
        trial.given(new EventDrafted(SHOW));

        assertThat(code(trial.when(new EditEvent("organizer", dearer(), SHOW)))).isEqualTo("edited_meanwhile");
        assertThat(told(trial.when(new EditEvent("rival", SHOW, dearer())))).isEqualTo("not_your_event");
    }

    @Test
    void pricesChangeUntilTheSaleOpensAndNotAfterwards() {
        trial.given(new EventDrafted(SHOW), new EventPublished(SHOW));
        EditEvent edit = new EditEvent("organizer", SHOW, dearer());

        assertThat(code(trial.when(edit))).isEqualTo("not_editable");
        assertThat(early(edit)).isEqualTo(Decision.of(new EventEdited(SHOW, new Listing(Status.PUBLISHED, dearer()))));
    }

    @Test
    void onceOnSaleALimitMayRiseButNotFall() {
        trial.given(new EventDrafted(SHOW), new EventPublished(SHOW));
        ShowDefinition more = Definitions.with(Definitions.terms("KRW", 6, 480));
        ShowDefinition fewer = Definitions.with(Definitions.terms("KRW", 2, 480));

        assertThat(code(trial.when(new EditEvent("organizer", SHOW, fewer)))).isEqualTo("not_editable");
        assertThat(trial.when(new EditEvent("organizer", SHOW, more)))
                .isEqualTo(Decision.of(new EventEdited(SHOW, new Listing(Status.PUBLISHED, more))));
    }

    @Test
    void seatsDatesCurrencyAndOrganizerOfAPublishedEventStay() {
        trial.given(new EventDrafted(SHOW), new EventPublished(SHOW));

        assertThat(fields(Definitions.in(Definitions.section("A", List.of(new Row("1", 10)), Map.of()))))
                .contains("sections");
        assertThat(fields(Definitions.on(List.of(Definitions.performance("n1", "")))))
                .contains("performances");
        assertThat(fields(Definitions.with(Definitions.terms("EUR", 4, 480)))).contains("currency");
    }

    @Test
    void aPerformanceIsMovedUntilItBegins() {
        trial.given(new EventDrafted(SHOW), new EventPublished(SHOW));
        Instant later = Instant.parse("2030-04-01T19:00:00Z");

        assertThat(trial.when(new MovePerformance(Asker.organizer("organizer"), "n1", later))
                        .answer())
                .isInstanceOfSatisfying(
                        PerformanceMoved.class,
                        moved -> assertThat(moved.listing()
                                        .performance("n1")
                                        .orElseThrow()
                                        .startsAt())
                                .isEqualTo(later));
        assertThat(code(trial.when(new MovePerformance(Asker.organizer("organizer"), "n1", Instant.EPOCH))))
                .isEqualTo("invalid_event");
        assertThat(code(trial.when(new MovePerformance(Asker.organizer("organizer"), "none", later))))
                .isEqualTo("unknown_performance");
        assertThat(told(trial.when(new MovePerformance(Asker.organizer("rival"), "n1", later))))
                .isEqualTo("not_your_event");
    }

    @Test
    void aPerformanceOnSaleIsBroughtForwardADayAheadAtTheLeast() {
        Asker organizer = Asker.organizer("organizer");
        Instant soon = NOW.plus(Duration.ofHours(24));

        trial.given(new EventDrafted(SHOW));
        assertThat(moved(organizer, soon.minusMillis(1)))
                .as("nobody sees a draft")
                .isTrue();
        trial.given(new EventPublished(SHOW));
        assertThat(code(trial.when(new MovePerformance(organizer, "n1", soon.minusMillis(1)))))
                .isEqualTo("invalid_event");
        assertThat(moved(organizer, soon)).isTrue();
        assertThat(moved(new Asker("operator", true), NOW.plusSeconds(3))).isTrue();
        assertThat(moved(organizer, NOW.plusSeconds(4))).as("it is put off").isTrue();
    }

    @Test
    void whatIsNotOnSaleYetIsMovedToAnyInstantToCome() {
        var move = new MovePerformance(Asker.organizer("organizer"), "n1", Instant.parse("2030-01-01T09:00:00Z"));
        var early = new CatalogueDecider()
                .decide(() -> new Listing(Status.PUBLISHED, SHOW), move, Instant.parse("2029-12-31T10:00:00Z"));

        assertThat(early.answer()).isInstanceOf(PerformanceMoved.class);
    }

    private boolean moved(Asker by, Instant startsAt) {
        return trial.when(new MovePerformance(by, "n1", startsAt)).answer() instanceof PerformanceMoved;
    }

    @Test
    void aPerformanceIsMovedOnlyWhereItsTimesOfEntryStayOnItsDay() {
        ShowDefinition show = Definitions.in(Definitions.timed(Definitions.slot("two", Duration.ofHours(2))));
        trial.given(new EventDrafted(show), new EventPublished(show));

        assertThat(subjects(trial.when(moved("n1", Duration.ofHours(3))))).containsExactly("starts_at");
        assertThat(subjects(trial.when(moved("n1", Duration.ofDays(-1))))).containsExactly("starts_at");
        assertThat(subjects(trial.when(moved("n2", Duration.ofHours(1))))).containsExactly("starts_at");
        assertThat(trial.when(moved("n2", Duration.ofHours(3))).answer()).isInstanceOf(PerformanceMoved.class);
        assertThat(trial.when(moved("n1", Duration.ofHours(2))).answer()).isInstanceOf(PerformanceMoved.class);
    }

    @Test
    void aPerformanceIsNotMovedToWhereNobodyCouldTellItFromAnother() {
        ShowDefinition show =
                Definitions.on(List.of(Definitions.performance("n1", 0), Definitions.performance("n2", 1)));
        trial.given(new EventDrafted(show), new EventPublished(show));

        assertThat(subjects(trial.when(moved("n1", Duration.ofDays(1))))).containsExactly("starts_at");
        assertThat(trial.when(moved("n1", Duration.ofDays(2))).answer()).isInstanceOf(PerformanceMoved.class);
    }

    private static MovePerformance moved(String id, Duration afterTheNight) {
        return new MovePerformance(Asker.organizer("organizer"), id, Definitions.NIGHT.plus(afterTheNight));
    }

    @Test
    void aPerformanceIsCancelledOnceAndForGood() {
        trial.given(new EventDrafted(SHOW), new EventPublished(SHOW));
        CancelPerformance cancel = new CancelPerformance(Asker.organizer("organizer"), "n1");

        Decision<CatalogueEvent> cancelled = trial.when(cancel);
        assertThat(cancelled.events()).hasSize(1);
        assertThat(trial.when(cancel)).isEqualTo(Decision.answer(Objects.requireNonNull(cancelled.answer())));
        assertThat(code(trial.when(new MovePerformance(
                        Asker.organizer("organizer"), "n1", Instant.parse("2030-04-01T19:00:00Z")))))
                .isEqualTo("wrong_status");
    }

    @Test
    void aPerformanceOfADraftOrOneThatHasBegunIsNotCancelled() {
        trial.given(new EventDrafted(SHOW));
        CancelPerformance cancel = new CancelPerformance(Asker.organizer("organizer"), "n1");
        assertThat(code(trial.when(cancel))).isEqualTo("wrong_status");

        trial.given(new EventPublished(SHOW));
        var late = new CatalogueDecider()
                .decide(() -> new Listing(Status.PUBLISHED, SHOW), cancel, Instant.parse("2031-01-01T00:00:00Z"));
        assertThat(code(late)).isEqualTo("wrong_status");
    }

    private static ShowDefinition dearer() {
        return new ShowDefinition(
                SHOW.billing(),
                SHOW.terms(),
                SHOW.conditions(),
                SHOW.performances(),
                SHOW.sections().stream().map(CatalogueDeciderTest::dearer).toList());
    }

    private static Section dearer(Section section) {
        return Section.ofSeats(
                section.name(), section.grade(), section.price() + 1, section.rows(), section.seatAttributes());
    }

    /** Judged a day before the sale opens. */
    private static Decision<CatalogueEvent> early(EditEvent edit) {
        return new CatalogueDecider()
                .decide(() -> new Listing(Status.PUBLISHED, SHOW), edit, Instant.parse("2029-12-31T10:00:00Z"));
    }

    private List<String> fields(ShowDefinition changed) {
        Decision<CatalogueEvent> decision = trial.when(new EditEvent("organizer", SHOW, changed));
        assertThat(code(decision)).isEqualTo("not_editable");
        return subjects(decision);
    }

    private static List<String> subjects(Decision<CatalogueEvent> decision) {
        return ((CatalogueRefused) Objects.requireNonNull(decision.answer()))
                .refusal()
                .subjects();
    }

    private static String code(Decision<CatalogueEvent> decision) {
        assertThat(decision.events()).hasSize(1).containsExactly(decision.answer());
        return refusal(decision);
    }

    /** The same where it is an answer only, and no event. */
    private static String told(Decision<CatalogueEvent> decision) {
        assertThat(decision.events()).isEmpty();
        return refusal(decision);
    }

    private static String refusal(Decision<CatalogueEvent> decision) {
        if (decision.answer() instanceof CatalogueRefused refused) {
            return refused.refusal().code();
        }
        throw new AssertionError("not refused: " + decision);
    }
}
