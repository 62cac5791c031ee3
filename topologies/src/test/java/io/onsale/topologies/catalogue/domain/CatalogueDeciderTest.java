package io.onsale.topologies.catalogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.catalogue.domain.CatalogueCommand.CloseEvent;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.CreateEvent;
import io.onsale.topologies.catalogue.domain.CatalogueCommand.PublishEvent;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.CatalogueRefused;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventClosed;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventDrafted;
import io.onsale.topologies.catalogue.domain.CatalogueEvent.EventPublished;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.MapTable;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.testing.Trial;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueDeciderTest {

    private static final ShowDefinition SHOW = Definitions.right();
    private static final CreateEvent CREATE = new CreateEvent(SHOW);
    private static final PublishEvent PUBLISH = new PublishEvent("organizer");
    private static final CloseEvent CLOSE = new CloseEvent("organizer");

    private final Trial<CatalogueView, CatalogueCommand, CatalogueEvent> trial = new Trial<>(
            new CatalogueDecider(), new CatalogueBooks(new MapTable<>()), "e1", Instant.parse("2030-01-01T10:00:00Z"));

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

        assertThat(code(trial.when(new PublishEvent("rival")))).isEqualTo("not_your_event");
        assertThat(code(trial.when(new CloseEvent("rival")))).isEqualTo("not_your_event");
        assertThat(trial.when(PUBLISH)).isEqualTo(Decision.of(new EventPublished(SHOW)));
    }

    @Test
    void refusesToMoveWhatThereIsNot() {
        assertThat(code(trial.when(PUBLISH))).isEqualTo("unknown_event");
        assertThat(code(trial.when(CLOSE))).isEqualTo("unknown_event");
    }

    private static String code(Decision<CatalogueEvent> decision) {
        assertThat(decision.events()).hasSize(1).containsExactly(decision.answer());
        if (decision.answer() instanceof CatalogueRefused refused) {
            return refused.refusal().code();
        }
        throw new AssertionError("not refused: " + decision);
    }
}
