package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Refusal;
import java.util.List;

/** What became of a wish: places with their prices, or why there are none. */
sealed interface Choice {

    /** These. */
    record Granted(List<PricedSeat> seats, List<HeldArea> areas) implements Choice {

        static Granted seats(List<PricedSeat> seats) {
            return new Granted(List.copyOf(seats), List.of());
        }
    }

    /** None of them. */
    record Denied(Refusal why) implements Choice {

        static Denied because(String code, String detail) {
            return because(code, detail, List.of());
        }

        static Denied because(String code, String detail, List<String> instead) {
            return new Denied(new Refusal(code, detail, List.of(), instead));
        }
    }
}
