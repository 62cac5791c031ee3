package io.onsale.ml.behaviour;

import java.util.random.RandomGenerator;

/**
 * What a fan is like for as long as it is there.
 *
 * @param partySize how many seats it wants together, 1–4
 * @param patience how often it finds the seats taken, or none left, before it gives up
 * @param whim how far its taste is from everybody's: 0 wants the same seats as all the others, 1 anything
 * @param last the page after which it leaves
 * @param fate what it does with seats it holds
 */
public record FanTraits(int partySize, int patience, double whim, FunnelStep last, HoldFate fate) {

    private static final double LEAVES_AFTER_VISIT = 0.04;
    private static final double LEAVES_AFTER_BROWSE = 0.06;
    private static final double LEAVES_AFTER_DETAIL = 0.08;
    private static final double RELEASES = 0.15;

    static FanTraits drawn(RandomGenerator random) {
        return new FanTraits(
                partySize(random.nextDouble()),
                6 + random.nextInt(13),
                Math.sqrt(random.nextDouble()),
                last(random.nextDouble()),
                random.nextDouble() < RELEASES ? HoldFate.RELEASE : HoldFate.LET_EXPIRE);
    }

    /** Most people come in pairs. */
    private static int partySize(double draw) {
        if (draw < 0.25) {
            return 1;
        }
        if (draw < 0.75) {
            return 2;
        }
        return draw < 0.87 ? 3 : 4;
    }

    private static FunnelStep last(double draw) {
        if (draw < LEAVES_AFTER_VISIT) {
            return FunnelStep.VISIT;
        }
        if (draw < LEAVES_AFTER_VISIT + LEAVES_AFTER_BROWSE) {
            return FunnelStep.BROWSE;
        }
        return draw < LEAVES_AFTER_VISIT + LEAVES_AFTER_BROWSE + LEAVES_AFTER_DETAIL
                ? FunnelStep.EVENT_DETAIL
                : FunnelStep.SEAT_SELECTION;
    }
}
