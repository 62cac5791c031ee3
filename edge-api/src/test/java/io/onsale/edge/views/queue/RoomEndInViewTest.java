package io.onsale.edge.views.queue;

import static io.onsale.edge.views.queue.RoomScript.EVENT;
import static io.onsale.edge.views.queue.RoomScript.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.admission.AdmissionEnd;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.admission.Tier;
import io.onsale.schemas.catalogue.Beacon;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Move;
import io.onsale.waiting.Policy;
import io.onsale.waiting.RoomPhase;
import io.prometheus.client.CollectorRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is left of a room once it is closed, and once it is over. */
class RoomEndInViewTest {
    private final Map<Hash, List<String>> kept = new HashMap<>();
    private final RosterArchive archive = new RosterArchive() {
        @Override
        public void keep(Hash root, Stream<String> lines) {
            kept.put(root, lines.toList());
        }

        @Override
        public Optional<Path> find(Hash root) {
            return Optional.empty();
        }
    };
    private final QueueView view = new QueueView(archive, () -> 0);
    private final RoomScript script = new RoomScript(view);

    private QueueRoom room() {
        return view.room(EVENT).orElseThrow();
    }

    private Standing standing(long place) {
        return room().standing(place).orElseThrow();
    }

    @Test
    void nobodyWaitsInALineThatIsClosed() {
        double waiting = RoomMetrics.WAITING.get();
        script.opened().joined("a", "b");
        assertThat(RoomMetrics.WAITING.get() - waiting).isEqualTo(2);
        script.controlled(100, 10, RoomState.CLOSED);

        assertThat(room().figures().waiting()).isZero();
        assertThat(RoomMetrics.WAITING.get() - waiting).isZero();
    }

    @Test
    void keepsNoLineOnceItIsClosedAndTheLastOneIsGone() {
        script.opened().joined("a", "b", "c");
        script.frozen().drawn();
        List<Long> order = script.order(false);
        script.admitted("x", order.get(0)).controlled(100, 10, RoomState.CLOSED);
        assertThat(standing(order.get(1)).ahead()).as("while somebody shops").isPresent();
        assertThat(standing(order.get(0)).shopper()).isPresent();
        script.ended("x", order.get(0), AdmissionEnd.FINISHED);

        assertThat(standing(order.get(1)).ahead()).isEmpty();
        assertThat(room().proof(order.get(1))).as("what proves the draw stays").isPresent();
        assertThat(room().leaf(order.get(1))).isPresent();
    }

    @Test
    void letsGoOfEverybodyADayAfterItIsOverAndKeepsWhatIsPublished() {
        script.opened().joined("a", "b", "c");
        script.frozen()
                .drawn()
                .at(OPENING.plusSeconds(10))
                .admitted("x", script.order(false).get(0));
        script.controlled(100, 10, RoomState.CLOSED).at(OPENING.plusSeconds(20));
        script.ended("x", script.order(false).get(0), AdmissionEnd.FINISHED);
        DrawFacts before = room().draw();
        Leaf leaf = room().leaf(2).orElseThrow();

        script.at(OPENING.plusSeconds(19).plus(Duration.ofDays(1))).changed(100, 10);
        assertThat(room().isForgotten()).isFalse();
        assertThat(room().proof(2)).isPresent();
        script.at(OPENING.plusSeconds(20).plus(Duration.ofDays(1))).changed(100, 10);

        assertThat(room().isForgotten()).isTrue();
        assertThat(room().standing(2)).isEmpty();
        assertThat(room().proof(2)).isEmpty();
        assertThat(room().leavesFrom(0, 10)).isEmpty();
        assertThat(room().draw()).isEqualTo(before);
        assertThat(room().figures().joined()).isEqualTo(3);
        assertThat(kept.get(before.rosterRoot().orElseThrow()))
                .hasSize(3)
                .element(1)
                .isEqualTo('"' + leaf.line() + "\"\n");
    }

    @Test
    void whoWasMovedAfterTheDrawIsTheLastThingToBeForgotten() {
        script.opened().joined("a", "b");
        script.frozen().drawn().at(OPENING.plusSeconds(5)).rated("b", 2, Tier.NONE, 900, 2L);
        script.controlled(100, 10, RoomState.CLOSED).at(OPENING.plus(Duration.ofDays(2)));
        script.changed(100, 10);

        assertThat(room().isForgotten()).isTrue();
        assertThat(room().moves(room().draw().moved()))
                .containsExactly(new Move(2, OPENING.plusSeconds(5), 900, "system"));
    }

    @Test
    void isNotOverBeforeAnOrderIsToldThatNothingIsLeftToWaitFor() {
        double orders = disagreements();
        script.opened().joined("a", "b");
        script.frozen().controlled(100, 10, RoomState.CLOSED);
        script.at(OPENING.plus(Duration.ofDays(2))).changed(100, 10);
        assertThat(room().isForgotten()).isFalse();
        script.drawn();

        assertThat(room().draw().orderHash()).isPresent();
        assertThat(disagreements()).isEqualTo(orders);
        assertThat(room().phase(OPENING)).isEqualTo(RoomPhase.CLOSED);
        assertThat(standing(1).ahead()).as("nobody waits any more").isEmpty();
        script.at(OPENING.plus(Duration.ofDays(3))).changed(100, 10);
        assertThat(room().isForgotten()).isTrue();
    }

    @Test
    void isOverUndrawnWhereItWaitedForItsBeacon() {
        RoomScript waiting = new RoomScript(view, Policy.DRAW_1, new Beacon("drand", 7L, null));
        waiting.opened().joined("a", "b");
        waiting.frozen().controlled(100, 10, RoomState.CLOSED);
        waiting.at(OPENING.plus(Duration.ofDays(2))).changed(100, 10);

        assertThat(room().isForgotten()).isTrue();
        assertThat(room().draw().seed()).isEmpty();
    }

    private static double disagreements() {
        Double value = CollectorRegistry.defaultRegistry.getSampleValue(
                "onsale_queue_draw_disagreements_total", new String[] {"what"}, new String[] {"order"});
        return value == null ? 0 : value;
    }

    @Test
    void isNotOverWhileAnybodyShopsHoweverLong() {
        script.opened().joined("a", "b");
        script.frozen().drawn().admitted("x", script.order(false).get(0)).controlled(100, 10, RoomState.CLOSED);
        script.at(OPENING.plus(Duration.ofDays(3))).changed(100, 10);

        assertThat(room().isForgotten()).isFalse();
    }
}
