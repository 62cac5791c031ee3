package io.onsale.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A versioned rule that orders a line.
 *
 * @param earlinessMost seconds of earliness count up to here, one point each
 * @param suspicionAbove bot scores above this, in thousandths, cost {@code suspicionPenalty} points and send a place to the very end
 */
public record Policy(
        String version,
        int platinum,
        int gold,
        int perPurchase,
        int earlinessMost,
        int suspicionAbove,
        int suspicionPenalty) {

    private static final Pattern VERSION = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

    /** More purchases than that count as so many. */
    public static final int PURCHASES_MOST = 10_000;

    /** The whole priority score. */
    public static final Policy PRIORITY_1 = new Policy("priority-1", 1000, 500, 10, 300, 700, 10_000);

    /** How early somebody came does not matter; the default. */
    public static final Policy DRAW_1 = new Policy("draw-1", 1000, 500, 10, 0, 700, 10_000);

    /** Luck alone. */
    public static final Policy LOTTERY_1 = new Policy("lottery-1", 0, 0, 0, 0, 700, 10_000);

    public static final List<Policy> NAMED = List.of(PRIORITY_1, DRAW_1, LOTTERY_1);

    private static final int POINTS_MOST = 1_000_000;
    private static final int PER_PURCHASE_MOST = 10_000;

    public Policy {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("no version of a policy: " + version);
        }
        require("platinum", platinum, POINTS_MOST);
        require("gold", gold, POINTS_MOST);
        require("per_purchase", perPurchase, PER_PURCHASE_MOST);
        require("earliness_most", earlinessMost, POINTS_MOST);
        require("suspicion_above", suspicionAbove, ScoreInputs.SURE);
        require("suspicion_penalty", suspicionPenalty, POINTS_MOST);
    }

    /** For whoever verifies a draw. */
    @Override
    public String toString() {
        return "%s (platinum %d, gold %d, a purchase %d, earliness up to %d, a bot above %d/1000 minus %d)"
                .formatted(version, platinum, gold, perPurchase, earlinessMost, suspicionAbove, suspicionPenalty);
    }

    private static void require(String name, int points, int most) {
        if (points < 0 || points > most) {
            throw new IllegalArgumentException(
                    "a policy's %s is between 0 and %d, not %d".formatted(name, most, points));
        }
    }

    /** The policy of a version; empty where there is none. */
    public static Optional<Policy> named(String version) {
        return NAMED.stream().filter(policy -> policy.version.equals(version)).findFirst();
    }

    /** Whoever has more is ahead. */
    public int score(ScoreInputs inputs) {
        int score = Math.min(inputs.purchases(), PURCHASES_MOST) * perPurchase
                + Math.min(inputs.earliness(), earlinessMost);
        score += switch (inputs.tier()) {
            case PLATINUM -> platinum;
            case GOLD -> gold;
            case SILVER, NONE -> 0;
        };
        return suspects(inputs.suspicion()) ? score - suspicionPenalty : score;
    }

    /** Whether such a bot score sends a place to the very end. */
    public boolean suspects(int suspicion) {
        return suspicion > suspicionAbove;
    }

    /** Whole seconds that a join was ahead of the draw, as far as they count. */
    public int earliness(Instant joinedAt, Instant drawsAt) {
        long seconds = Duration.between(joinedAt, drawsAt).toSeconds();
        return (int) Math.clamp(seconds, 0L, earlinessMost);
    }
}
