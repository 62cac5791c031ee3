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

class SoldOutCallsTest {
    private static final int MOST = 1_250;

    private final InventoryView view = new InventoryView();
    private final Bells bells = new Bells();
    private long now;
    private final SoldOutCalls calls = new SoldOutCalls(bells, new SaleGlances(view.seats(), () -> now));
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
        calls.look(now, MOST);
    }

    private long rung() throws InterruptedException {
        long rung = 0;
        for (Bell bell : listeners) {
            rung += bell.await(0) ? 1 : 0;
        }
        return rung;
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
}
