package io.onsale.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.system.SeatStream.Told;
import org.junit.jupiter.api.Test;

@OnSharedSystem
class SeatStreamOnTwoEdgesTest {

    private final WholeSystem system;

    SeatStreamOnTwoEdgesTest(WholeSystem system) {
        this.system = system;
    }

    @Test
    void tellsWhatHappensAtTheOtherEdge() throws Exception {
        Show show = system.show(3);
        Person fan = system.fan();
        try (SeatStream stream = new SeatStream(system.second, show, "")) {
            assertThat(stream.next().name()).isEqualTo("snapshot");

            Reply held = system.first.hold(fan, show, "A-1-2");

            assertThat(stream.next().data()).contains("{\"seat_id\":\"A-1-2\",\"status\":\"held\"}");

            system.first.release(fan, held.text("reservation_id"));

            assertThat(stream.next().data()).contains("{\"seat_id\":\"A-1-2\",\"status\":\"available\"}");
        }
    }

    @Test
    void tellsWhoeverComesBackWhatWasMissedAtEitherEdge() throws Exception {
        Show show = system.show(3);
        Told last;
        try (SeatStream stream = new SeatStream(system.second, show, "")) {
            stream.next();
            system.first.hold(system.fan(), show, "A-1-1");
            last = stream.next();
        }
        Reply missed = system.first.hold(system.fan(), show, "B-1-3");
        for (EdgeApi edge : new EdgeApi[] {system.first, system.second}) {
            assertThat(edge.seat(show, "B-1-3", missed.version())).isEqualTo("held");

            try (SeatStream again = new SeatStream(edge, show, last.id())) {
                Told delta = again.next();
                assertThat(delta.name()).isEqualTo("delta");
                assertThat(delta.data()).contains("B-1-3").doesNotContain("A-1-1");
            }
        }
    }

    @Test
    void beginsAnewForWhoeverComesBackWithAnIdOfNobody() throws Exception {
        Show show = system.show(3);
        try (SeatStream stream = new SeatStream(system.second, show, "987654321")) {
            assertThat(stream.next().name()).isEqualTo("reset");
            assertThat(stream.next().name()).isEqualTo("snapshot");
        }
    }
}
