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
 * @param card what it pays with
 */
public record FanTraits(int partySize, int patience, double whim, FunnelStep last, HoldFate fate, Card card) {

    private static final double LEAVES_AFTER_VISIT = 0.04;
    private static final double LEAVES_AFTER_BROWSE = 0.06;
    private static final double LEAVES_AFTER_DETAIL = 0.08;
    private static final double BUYS = 0.7;
    private static final double RELEASES = 0.12;
    private static final double DECLINED = 0.04;
    private static final double CHALLENGED = 0.05;
    private static final double SLOW = 0.01;

    static FanTraits drawn(RandomGenerator random) {
        return new FanTraits(
                partySize(random.nextDouble()),
                6 + random.nextInt(13),
                Math.sqrt(random.nextDouble()),
                last(random.nextDouble()),
                fate(random.nextDouble()),
                card(random.nextDouble()));
    }

    private static HoldFate fate(double draw) {
        if (draw < BUYS) {
            return HoldFate.BUY;
        }
        return draw < BUYS + RELEASES ? HoldFate.RELEASE : HoldFate.LET_EXPIRE;
    }

    private static Card card(double draw) {
        if (draw < DECLINED) {
            return Card.DECLINED;
        }
        if (draw < DECLINED + CHALLENGED) {
            return Card.CHALLENGED;
        }
        return draw < DECLINED + CHALLENGED + SLOW ? Card.SLOW : Card.GOOD;
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
