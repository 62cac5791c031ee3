package io.onsale.waiting;

/**
 * What a place's score is made of.
 *
 * @param purchases made before
 * @param earliness in seconds, as far as the policy counts them
 * @param suspicion the bot score in thousandths
 */
public record ScoreInputs(Tier tier, int purchases, int earliness, int suspicion) {

    /** The most that a bot score can be. */
    public static final int SURE = 1000;

    public ScoreInputs {
        if (purchases < 0 || earliness < 0 || suspicion < 0 || suspicion > SURE) {
            throw new IllegalArgumentException("no score is made of %d purchases, %d s and a suspicion of %d"
                    .formatted(purchases, earliness, suspicion));
        }
    }
}
