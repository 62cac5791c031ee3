package io.onsale.edge.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.queue.Bells.Bell;
import io.onsale.edge.views.Given;
import io.onsale.edge.views.InventoryView;
import io.onsale.schemas.inventory.InventoryEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallsTest {
    private static final int MOST = 1_250;

    private final InventoryView view = new InventoryView();
    private final Bells bells = new Bells();
    private long now;
    private final Calls calls = new Calls(bells, new SaleGlances(view.seats(), () -> now), () -> now);
    private final List<Bell> listeners = new ArrayList<>();

    private void begin(int many) {
        happened(Given.opened(
                1, Given.definition(Given.section("A", "VIP", 100, 1, 1), Given.section("B", "R", 100, 1, 1))));
        for (int place = 0; place < many; place++) {
            Bell bell = bells.hang("event-1", place);
            bell.telling(now);
            listeners.add(bell);
        }
        look();
    }

    private void happened(InventoryEvent event) {
        view.apply("event-1", event);
    }

    private void look() {
        now += Duration.ofMillis(250).toNanos();
        calls.look(MOST);
    }

    private long rung() throws InterruptedException {
        long rung = 0;
        for (Bell bell : listeners) {
            rung += bell.await(0) ? 1 : 0;
        }
        return rung;
    }

    /** Whoever was called is told, as a stream does; how many that were. */
    private long tellWhoeverWasCalled() throws InterruptedException {
        long told = 0;
        for (Bell bell : listeners) {
            if (bell.await(0)) {
                bell.telling(now);
                told++;
            }
        }
        return told;
    }

    private void sell(long sequence, String seat) {
        happened(Given.held(sequence, "hold-" + seat, seat));
        happened(Given.confirmed(sequence + 1, "hold-" + seat, seat));
    }

    @Test
    void callsNobodyForWhatIsHeldAndLetGoAgain() throws Exception {
        begin(100);
        for (int sequence = 2; sequence < 40; sequence += 2) {
            happened(Given.held(sequence, "hold-1", "A-1-1"));
            look();
            happened(Given.released(sequence + 1, "hold-1", "A-1-1"));
            look();
        }

        assertThat(rung()).isZero();
    }

    @Test
    void callsEverybodyAtTheNextLookOnceAPartIsSold() throws Exception {
        begin(100);
        sell(2, "A-1-1");
        look();

        assertThat(rung()).isEqualTo(100);
        look();
        assertThat(rung()).isZero();
    }

    @Test
    void callsACrowdNoFasterThanItMayBeTold() throws Exception {
        begin(3_000);
        sell(2, "A-1-1");
        look();
        assertThat(rung()).isEqualTo(MOST);
        look();
        assertThat(rung()).isEqualTo(MOST);
        look();
        assertThat(rung()).isEqualTo(3_000 - 2 * MOST);
    }

    @Test
    void whoWasToldMeanwhileIsNotCalled() throws Exception {
        begin(3_000);
        sell(2, "A-1-1");
        look();
        rung();
        listeners.forEach(bell -> bell.telling(now));
        look();

        assertThat(rung()).isZero();
    }

    @Test
    void callsNoEventsAgainWithinSomeSecondsAndForgetsNothing() throws Exception {
        begin(100);
        sell(2, "A-1-1");
        look();
        assertThat(rung()).isEqualTo(100);
        sell(4, "B-1-1");
        for (int looks = 0; looks < 19; looks++) {
            look();
            assertThat(rung()).as("look %d", looks).isZero();
        }
        look();
        assertThat(rung()).isEqualTo(100);
    }

    @Test
    void aPlaceThatIsGivenBackCallsNobody() throws Exception {
        begin(100);
        sell(2, "A-1-1");
        look();
        rung();
        now += Duration.ofSeconds(10).toNanos();
        happened(Given.returned(4, "hold-A-1-1", null, "A-1-1"));
        look();

        assertThat(rung()).isZero();
    }

    @Test
    void newsOfARoomReachesACrowdNoFasterThanItMayBeTold() throws Exception {
        begin(3_000);
        calls.allTold("event-1");
        assertThat(rung()).as("before a look").isZero();

        look();
        assertThat(tellWhoeverWasCalled()).isEqualTo(MOST);
        look();
        assertThat(tellWhoeverWasCalled()).isEqualTo(MOST);
        look();
        assertThat(tellWhoeverWasCalled()).isEqualTo(3_000 - 2 * MOST);
        look();
        assertThat(rung()).as("everybody was told once").isZero();
    }

    @Test
    void newsOfARoomAndOfItsSaleAreOneCall() throws Exception {
        begin(100);
        calls.allTold("event-1");
        sell(2, "A-1-1");
        calls.allTold("event-1");
        look();
        assertThat(tellWhoeverWasCalled()).isEqualTo(100);
        now += Duration.ofSeconds(10).toNanos();
        look();

        assertThat(rung()).isZero();
    }

    @Test
    void nobodyMissesNewsThatComesWhileOthersAreCalled() throws Exception {
        begin(3_000);
        calls.allTold("event-1");
        look();
        assertThat(tellWhoeverWasCalled()).isEqualTo(MOST);
        now++;
        calls.allTold("event-1");
        now++;
        long last = now;
        for (int looks = 0; looks < 40; looks++) {
            look();
            tellWhoeverWasCalled();
        }

        assertThat(listeners).noneMatch(bell -> bell.ringUnlessToldSince(last));
    }

    @Test
    void whoIsLetInIsCalledAtOnceHoweverManyOthersAreToBe() throws Exception {
        begin(3_000);
        calls.allTold("event-1");
        look();
        tellWhoeverWasCalled();
        Bell last = listeners.getLast();
        assertThat(last.await(0)).as("not called yet").isFalse();
        calls.told("event-1", 2_999);

        assertThat(last.await(0)).isTrue();
        assertThat(rung()).as("nobody else").isZero();
    }

    @Test
    void aSmallCrowdDoesNotWaitForALargeOne() throws Exception {
        begin(3_000);
        Bell small = bells.hang("event-2", 1);
        small.telling(now);
        now++;
        calls.allTold("event-1");
        calls.allTold("event-2");
        look();

        assertThat(small.await(0)).isTrue();
        assertThat(rung()).isEqualTo(MOST - 1);
    }

    @Test
    void newsFromBeforeAnybodyFollowedAPlaceKeepsNobodyFromWhatComesAfter() throws Exception {
        calls.allTold("event-1");
        look();
        begin(1);
        assertThat(rung()).isZero();
        calls.allTold("event-1");
        look();

        assertThat(rung()).isEqualTo(1);
    }
}
