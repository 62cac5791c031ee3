package io.onsale.edge.views.queue;

import static io.onsale.edge.views.queue.RoomScript.EVENT;
import static io.onsale.edge.views.queue.RoomScript.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.onsale.schemas.admission.AdmissionEnd;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.admission.Tier;
import io.onsale.schemas.catalogue.Beacon;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Policy;
import io.prometheus.client.CollectorRegistry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueueViewTest {
    private long nanos;
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
    private final QueueView view = new QueueView(archive, () -> nanos);
    private final RoomScript script = new RoomScript(view);

    private QueueRoom room() {
        return view.room(EVENT).orElseThrow();
    }

    private Standing standing(long place) {
        return room().standing(place).orElseThrow();
    }

    private int ahead(long place) {
        return standing(place).ahead().orElseThrow();
    }

    @Test
    void knowsNoPositionBeforeTheDraw() {
        script.opened().joined("ann", "bob");

        assertThat(standing(1).ahead()).isEmpty();
        assertThat(standing(1).percent()).isEmpty();
        assertThat(room().phase(OPENING.minusSeconds(1))).isEqualTo(RoomPhase.PRE_QUEUE);
        assertThat(room().phase(OPENING.minusSeconds(3_600))).isEqualTo(RoomPhase.SCHEDULED);
    }

    @Test
    void putsEverybodyWhereTheDrawDoesAndLaterOnesBehind() {
        script.opened().joined("ann", "bob", "cho", "dan", "eve");
        script.frozen().drawn();
        List<Long> order = script.order(false);
        script.at(OPENING.plusSeconds(1)).joined("fay", "gil");
        script.joined("hal", Tier.GOLD, 0, 0);

        for (int position = 0; position < order.size(); position++) {
            assertThat(ahead(order.get(position))).isEqualTo(position);
        }
        assertThat(ahead(8)).as("gold before those who came earlier").isEqualTo(5);
        assertThat(ahead(6)).isEqualTo(6);
        assertThat(ahead(7)).isEqualTo(7);
        assertThat(room().phase(OPENING)).isEqualTo(RoomPhase.LINE);
    }

    @Test
    void aRatingBeforeTheFreezeCountsInTheDraw() {
        double before = disagreements("roster") + disagreements("order");
        script.opened().joined("ann", "bob", "cho");
        script.rated("bob", 2, Tier.PLATINUM, 0, null).rated("ann", 1, Tier.NONE, 900, null);
        script.frozen().drawn();

        assertThat(ahead(2)).isZero();
        assertThat(ahead(1)).as("a suspect is at the very end").isEqualTo(2);
        assertThat(disagreements("roster") + disagreements("order")).isEqualTo(before);
    }

    @Test
    void aRatingAfterTheFreezeChangesNoLeafAndMovesASuspectToTheEnd() {
        script.opened().joined("ann", "bob", "cho");
        script.frozen().drawn();
        String leaf = room().leaf(2).map(Leaf::line).orElseThrow();
        script.at(OPENING.plusSeconds(5)).joined("dan");
        script.rated("bob", 2, Tier.PLATINUM, 950, 2L);

        assertThat(ahead(2)).isEqualTo(3);
        assertThat(ahead(4)).isEqualTo(2);
        assertThat(room().leaf(2).map(Leaf::line)).contains(leaf);
    }

    @Test
    void whoLeavesBeforeTheFreezeIsNotInTheRosterAndWhoComesBackIsAtTheTail() {
        script.opened().joined("ann", "bob");
        script.left(1, "ann").joined("ann");
        script.frozen();

        assertThat(room().draw().rosterSize()).isEqualTo(2);
        assertThat(room().leaf(1)).isEmpty();
        assertThat(room().leaf(3)).isPresent();
        assertThat(room().leavesFrom(0, 10)).extracting(Leaf::sequence).containsExactly(2, 3);
        assertThat(room().leavesFrom(3, 10)).extracting(Leaf::sequence).containsExactly(3);
        assertThat(standing(1).stage()).isEqualTo(Stage.LEFT);
    }

    @Test
    void whoLeavesBetweenFreezeAndDrawStaysInTheRosterAndOutOfTheLine() {
        RoomScript waiting = new RoomScript(view, Policy.DRAW_1, new Beacon("drand", 7L, null));
        waiting.opened().joined("ann", "bob", "cho");
        waiting.frozen().left(2, "bob").beacon(7, (byte) 1, (byte) 2).drawn();

        assertThat(room().draw().rosterSize()).isEqualTo(2 + 1);
        assertThat(room().leaf(2)).isPresent();
        assertThat(standing(2).ahead()).isEmpty();
        assertThat(ahead(1) + ahead(3)).isEqualTo(1);
    }

    @Test
    void whoComesWhileTheDrawWaitsForItsBeaconStandsBehindTheFirstCohortAndKnowsIt() {
        RoomScript waiting = new RoomScript(view, Policy.DRAW_1, new Beacon("drand", 7L, null));
        waiting.opened().joined("ann", "bob");
        waiting.joined("bot", Tier.NONE, 0, 900);
        waiting.joined("bot-2", Tier.NONE, 0, 900);
        waiting.frozen().at(OPENING.plusSeconds(1)).joined("cho", "dan");
        waiting.joined("eve", Tier.GOLD, 0, 0);

        assertThat(standing(1).inLine()).isFalse();
        assertThat(standing(1).ahead()).isEmpty();
        assertThat(standing(5).inLine()).isTrue();
        assertThat(ahead(7)).isEqualTo(2);
        assertThat(ahead(5)).isEqualTo(3);
        waiting.left(4, "bot-2").left(2, "bob");
        assertThat(ahead(7)).isEqualTo(1);
        assertThat(ahead(6)).isEqualTo(3);
        assertThat(room().waitFor(3)).isEmpty();
        waiting.beacon(7, (byte) 1, (byte) 2).drawn();

        assertThat(ahead(7)).isEqualTo(1);
        assertThat(ahead(6)).isEqualTo(3);
        assertThat(ahead(3)).as("a suspect is at the very end").isEqualTo(4);
    }

    @Test
    void aFansLivePlaceIsFoundByThePseudonym() {
        script.opened().joined("ann", "bob");
        byte[] ann = room().pseudonym(1).orElseThrow();

        assertThat(room().livePlace(ann)).hasValue(1);
        assertThat(room().livePlace(new byte[Leaf.PSEUDONYM_BYTES])).isEmpty();
        script.left(1, "ann");
        assertThat(room().livePlace(ann)).isEmpty();
        script.joined("ann");
        assertThat(room().livePlace(ann)).hasValue(3);
        script.frozen().drawn().admitted("ann", 3);
        assertThat(room().livePlace(ann)).hasValue(3);
        script.ended("ann", 3, AdmissionEnd.FINISHED);
        assertThat(room().livePlace(ann)).isEmpty();
    }

    @Test
    void proofsLeadFromEachLeafToTheRoot() {
        script.opened().joined("ann", "bob", "cho", "dan", "eve");
        script.frozen();

        for (long place = 1; place <= 5; place++) {
            assertThat(room().proof(place)
                            .orElseThrow()
                            .leads(
                                    room().leaf(place).orElseThrow().hash(),
                                    room().draw().rosterRoot().orElseThrow()))
                    .isTrue();
        }
    }

    @Test
    void shoutsWhereTheLogTellsOfAnotherOrderOrRoster() {
        double roster = disagreements("roster");
        double order = disagreements("order");
        script.opened().joined("ann", "bob");
        script.frozenFalsely().drawnFalsely();

        assertThat(disagreements("roster")).isEqualTo(roster + 1);
        assertThat(disagreements("order")).isEqualTo(order + 1);
    }

    @Test
    void aBeaconIsPartOfTheDraw() {
        double order = disagreements("order");
        RoomScript waiting = new RoomScript(view, Policy.PRIORITY_1, new Beacon("drand", 7L, null));
        waiting.opened().joined("ann", "bob", "cho");
        waiting.frozen();
        assertThat(room().phase(OPENING)).isEqualTo(RoomPhase.DRAW_PENDING);
        waiting.beacon(7, (byte) 9).drawn();

        assertThat(disagreements("order")).isEqualTo(order);
        assertThat(room().draw().beacon()).isPresent();
    }

    @Test
    void countsWhatBecomesOfAdmissions() {
        script.opened().joined("ann", "bob", "cho", "dan");
        script.frozen().drawn();
        List<Long> order = script.order(false);
        script.at(OPENING.plusSeconds(10));
        order.forEach(place -> script.admitted("fan-" + place, place));
        script.arrived("x", order.get(0))
                .ended("x", order.get(0), AdmissionEnd.FINISHED)
                .freed(order.get(0));
        script.ended("x", order.get(1), AdmissionEnd.NO_SHOW);
        script.ended("x", order.get(2), AdmissionEnd.LEFT);
        script.at(OPENING.plusSeconds(11)).joined("eve");
        script.left(5, "eve");

        Figures figures = room().figures();
        assertThat(figures.joined()).isEqualTo(5);
        assertThat(figures.waiting()).isZero();
        assertThat(figures.admitted()).isEqualTo(4);
        assertThat(figures.shopping())
                .as("free is only what inventory let go of")
                .isEqualTo(3);
        assertThat(figures.arrived()).isEqualTo(1);
        assertThat(figures.finished()).isEqualTo(1);
        assertThat(figures.abandoned()).isEqualTo(3);
        assertThat(figures.conversion()).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(figures.medianWait()).isCloseTo(10, within(0.5));
        assertThat(standing(order.get(3)).shopper().map(Shopper::admissionId))
                .contains(RoomScript.admissionOf(order.get(3)));
        assertThat(standing(order.get(2)).shopper()).isEmpty();
    }

    @Test
    void aPaceThatWasControlledStaysUntilTheTermsNameAnother() {
        script.opened().controlled(7, 3, RoomState.OPEN).changed(100, 10);
        assertThat(room().control()).isEqualTo(new QueueRoom.Control(7, 3, RoomState.OPEN, true));
        script.changed(100, 20);

        assertThat(room().control()).isEqualTo(new QueueRoom.Control(100, 20, RoomState.OPEN, true));
    }

    @Test
    void estimatesFromTheLastMinute() {
        script.opened().joined("a", "b", "c", "d", "e", "f");
        script.frozen().drawn();
        List<Long> order = script.order(false);
        script.at(OPENING.plusSeconds(2)).admitted("x", order.get(0)).admitted("y", order.get(1));

        nanos += TimeUnit.SECONDS.toNanos(8);
        // Two in ten seconds.
        assertThat(room().waitFor(3)).hasValue(15.0);
        nanos += TimeUnit.SECONDS.toNanos(80);
        assertThat(room().waitFor(3)).as("nobody in the last minute").isEmpty();
    }

    @Test
    void estimatesNothingWhileNobodyIsLetIn() {
        script.opened().joined("a", "b");
        script.frozen().drawn();
        script.at(OPENING.plusSeconds(2)).admitted("x", script.order(false).getFirst());
        nanos += TimeUnit.SECONDS.toNanos(8);
        assertThat(room().waitFor(1)).isPresent();
        script.at(OPENING.plusSeconds(10)).controlled(100, 10, RoomState.PAUSED);

        assertThat(room().waitFor(1)).isEmpty();
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
    void aPauseChangesNothingAboutWhetherFansJoin() {
        script.opened();
        assertThat(room().control().joinable()).isTrue();
        script.controlled(100, 10, RoomState.PAUSED);
        assertThat(room().control().joinable()).isTrue();
        script.controlled(100, 10, RoomState.DRAINING).controlled(100, 10, RoomState.PAUSED);

        assertThat(room().control().joinable()).isFalse();
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
    void isNotOverWhileAnybodyShopsHoweverLong() {
        script.opened().joined("a", "b");
        script.frozen().drawn().admitted("x", script.order(false).get(0)).controlled(100, 10, RoomState.CLOSED);
        script.at(OPENING.plus(Duration.ofDays(3))).changed(100, 10);

        assertThat(room().isForgotten()).isFalse();
    }

    @Test
    void tellsHowMuchOfTheWayIsDone() {
        script.opened().joined("a", "b", "c", "d", "e");
        script.frozen().drawn();
        List<Long> order = script.order(false);
        long last = order.get(4);
        assertThat(standing(last).percent()).isEqualTo(OptionalInt.of(0));
        script.left(order.get(0), "x").left(order.get(1), "y");

        assertThat(standing(last).percent()).isEqualTo(OptionalInt.of(50));
        assertThat(standing(order.get(2)).percent()).isEqualTo(OptionalInt.of(100));
    }

    @Test
    void whoIsMovedToTheEndWhileTheDrawWaitsBeginsThere() {
        RoomScript waiting = new RoomScript(view, Policy.DRAW_1, new Beacon("drand", 7L, null));
        waiting.opened().joined("ann", "bot", "cho");
        waiting.frozen().at(OPENING.plusSeconds(1)).joined("dan");
        waiting.rated("bot", 2, Tier.NONE, 950, 2L);

        assertThat(ahead(2)).isEqualTo(3);
        assertThat(standing(2).percent()).isEqualTo(OptionalInt.of(0));
        waiting.beacon(7, (byte) 1, (byte) 2).drawn().left(4, "dan");
        assertThat(standing(2).percent()).isEqualTo(OptionalInt.of(33));
    }

    @Test
    void knowsWhoHasAPlaceAndByWhichRequest() {
        ByteBuffer request = ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        ByteBuffer other = ByteBuffer.wrap(new byte[] {8, 7, 6, 5, 4, 3, 2, 1, 0});
        script.opened().joined("ann", request);

        assertThat(room().hasPlace("ann", script.pseudonym("ann"), other)).isTrue();
        assertThat(room().hasPlace("bob", script.pseudonym("bob"), request)).isFalse();
        assertThat(room().hasPlace("ann", script.pseudonym("bob"), request))
                .as("two with one hash")
                .isFalse();
        script.left(1, "ann");
        assertThat(room().hasPlace("ann", script.pseudonym("ann"), other)).isFalse();
        assertThat(room().hasPlace("ann", script.pseudonym("ann"), request)).isTrue();
        script.frozen().drawn().joined("cho");
        assertThat(room().hasPlace("cho", script.pseudonym("cho"), other))
                .as("who came after the draw")
                .isTrue();
    }

    @Test
    void takesEachFactOnce() {
        script.opened().joined("ann");
        long version = room().version();
        new RoomScript(view).opened().joined("bob");

        assertThat(room().version()).isEqualTo(version);
        assertThat(room().figures().joined()).isEqualTo(1);
    }

    @Test
    void agreesWithAPlainListHoweverPeopleComeAndGo() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Tier> tiers = List.of(Tier.values());
        List<Long> waiting = new ArrayList<>();
        script.opened();
        for (int i = 0; i < 300; i++) {
            script.joined("fan-" + i, tiers.get(random.nextInt(tiers.size())), random.nextInt(3), random.nextInt(900));
        }
        script.frozen().drawn();
        waiting.addAll(script.order(false));
        List<Long> end = new ArrayList<>(script.order(true));
        script.at(OPENING.plusSeconds(1));
        for (int i = 300; i < 600; i++) {
            if (random.nextBoolean() && !waiting.isEmpty()) {
                long gone = waiting.remove(random.nextInt(waiting.size()));
                if (random.nextBoolean()) {
                    script.left(gone, "x");
                } else {
                    script.rated("x", gone, Tier.NONE, 1_000, gone);
                    end.add(gone);
                }
            } else {
                waiting.add(script.joined("fan-" + i).getFirst().getSequence());
            }
        }
        waiting.addAll(end);

        for (int position = 0; position < waiting.size(); position++) {
            assertThat(ahead(waiting.get(position))).as("seed " + seed).isEqualTo(position);
        }
    }

    private static double disagreements(String what) {
        Double value = CollectorRegistry.defaultRegistry.getSampleValue(
                "onsale_queue_draw_disagreements_total", new String[] {"what"}, new String[] {what});
        return value == null ? 0 : value;
    }
}
