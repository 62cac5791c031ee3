package io.onsale.benchmarks.load;

import java.time.Duration;

/**
 * How hard and how long.
 *
 * @param clients how many requests may be in flight
 * @param rate requests a second, sent whether or not earlier ones were answered; 0 sends the next as soon as one is answered
 * @param warmUp sent but not counted
 */
public record Load(int clients, int rate, Duration warmUp, Duration measured) {

    boolean open() {
        return rate > 0;
    }
}
