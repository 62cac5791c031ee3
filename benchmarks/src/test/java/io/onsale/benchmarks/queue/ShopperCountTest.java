package io.onsale.benchmarks.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.PlaceFreed;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomState;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopperCountTest {

    private final ShopperCount count = new ShopperCount();

    @Test
    void countsNoOvershootWhereEveryoneFits() {
        limit(2);
        admit(1, 2);
        free(1);
        admit(3);

        assertThat(count.overshoot()).isZero();
        assertThat(count.most()).isEqualTo(2);
        assertThat(count.admissions()).isEqualTo(3);
    }

    @Test
    void countsWhoeverIsLetInBeyondTheLimitInForce() {
        limit(3);
        admit(1, 2);
        limit(1);
        admit(3);

        assertThat(count.overshoot()).isEqualTo(2);
    }

    @Test
    void doesNotMindALimitThatIsLoweredBelowThoseWhoShop() {
        limit(3);
        admit(1, 2, 3);
        limit(1);
        free(1);

        assertThat(count.overshoot()).isZero();
        assertThat(count.shopping()).isEqualTo(2);
    }

    @Test
    void noticesAnAdmissionThatIsGivenTwice() {
        limit(3);
        admit(1);
        admit(1);

        assertThat(count.twice()).isEqualTo(1);
    }

    private void limit(int limit) {
        count.take(new RoomControlled(limit, 1, RoomState.OPEN, "organizer"));
    }

    private void admit(int... sequences) {
        count.take(new FansAdmitted(
                IntStream.of(sequences)
                        .mapToObj(each -> new Admission((long) each, "fan" + each, "e." + each, Instant.EPOCH))
                        .toList(),
                0,
                0));
    }

    private void free(int sequence) {
        count.take(new PlaceFreed("e." + sequence, (long) sequence, 0));
    }
}
