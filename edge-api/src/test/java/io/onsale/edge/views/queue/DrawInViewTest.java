package io.onsale.edge.views.queue;

import static io.onsale.edge.views.queue.RoomScript.EVENT;
import static io.onsale.edge.views.queue.RoomScript.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.admission.Tier;
import io.onsale.schemas.catalogue.Beacon;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Policy;
import io.onsale.waiting.RoomPhase;
import io.prometheus.client.CollectorRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where the draw puts whom, and how far each has come. */
class DrawInViewTest {
    private final QueueView view = new QueueView();
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
