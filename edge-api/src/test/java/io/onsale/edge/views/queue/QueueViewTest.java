package io.onsale.edge.views.queue;

import static io.onsale.edge.views.queue.RoomScript.EVENT;
import static io.onsale.edge.views.queue.RoomScript.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.onsale.schemas.admission.AdmissionEnd;
import io.onsale.schemas.admission.RoomState;
import io.onsale.waiting.Leaf;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QueueViewTest {
    private long nanos;
    private final QueueView view = new QueueView(RosterArchive.NONE, () -> nanos);
    private final RoomScript script = new RoomScript(view);

    private QueueRoom room() {
        return view.room(EVENT).orElseThrow();
    }

    private Standing standing(long place) {
        return room().standing(place).orElseThrow();
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
        script.at(OPENING).frozen().drawn();
        List<Long> order = script.order(false);
        script.at(OPENING.plusSeconds(2)).admitted("x", order.get(0)).admitted("y", order.get(1));

        nanos += TimeUnit.SECONDS.toNanos(8);
        // Two in ten seconds.
        assertThat(room().waitFor(3)).hasValue(15.0);
        nanos += TimeUnit.SECONDS.toNanos(80);
        assertThat(room().waitFor(3)).as("nobody in the last minute").isEmpty();
    }

    @Test
    void estimatesFromTheDrawOnWhereItCameLate() {
        script.opened().joined("a", "b", "c", "d", "e", "f");
        script.at(OPENING.plusSeconds(300)).frozen().drawn();
        List<Long> order = script.order(false);
        script.at(OPENING.plusSeconds(302)).admitted("x", order.get(0)).admitted("y", order.get(1));

        nanos += TimeUnit.SECONDS.toNanos(8);
        assertThat(room().waitFor(3)).as("two in ten seconds").hasValue(15.0);
    }

    @Test
    void estimatesFromTheEndOfAPauseOn() {
        script.opened().joined("a", "b", "c", "d", "e", "f");
        script.frozen().drawn().controlled(100, 10, RoomState.PAUSED);
        List<Long> order = script.order(false);
        script.at(OPENING.plusSeconds(300)).controlled(100, 10, RoomState.OPEN);
        script.at(OPENING.plusSeconds(302)).admitted("x", order.get(0)).admitted("y", order.get(1));

        nanos += TimeUnit.SECONDS.toNanos(8);
        assertThat(room().waitFor(3)).as("two in ten seconds").hasValue(15.0);
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
    void aPauseChangesNothingAboutWhetherFansJoin() {
        script.opened();
        assertThat(room().control().joinable()).isTrue();
        script.controlled(100, 10, RoomState.PAUSED);
        assertThat(room().control().joinable()).isTrue();
        script.controlled(100, 10, RoomState.DRAINING).controlled(100, 10, RoomState.PAUSED);

        assertThat(room().control().joinable()).isFalse();
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
}
