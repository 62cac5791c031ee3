package io.onsale.edge.views.seats;

/** Places without a number: how many may be had, and what became of the others. */
public record Places(int available, int held, int sold, int withheld, int blocked) {

    static Places allBlocked(int capacity) {
        return new Places(0, 0, 0, 0, capacity);
    }

    int of(SeatStatus status) {
        return switch (status) {
            case AVAILABLE -> available;
            case HELD -> held;
            case SOLD -> sold;
            case WITHHELD -> withheld;
            case BLOCKED -> blocked;
        };
    }
}
