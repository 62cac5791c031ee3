package io.onsale.ml.behaviour;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;

/** One simulated fan, asked what it does next; the same seed and number, asked the same, do the same. */
public final class FanBehaviour {

    private static final Duration READS_A_PAGE = Duration.ofSeconds(6);
    private static final Duration CHOOSES = Duration.ofSeconds(8);
    private static final Duration CHOOSES_AGAIN = Duration.ofSeconds(2);
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(5);
    private static final Duration THINKS_IT_OVER = Duration.ofSeconds(20);
    private static final Duration PAYS = Duration.ofSeconds(25);
    private static final Duration LOOKS_AT_POSITION = Duration.ofSeconds(20);
    private static final Duration WAITS_IN_VAIN = Duration.ofSeconds(60);
    private static final Duration RETRIES = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

    /** How likely a fan is to take the next section of the list, while it goes down the list. */
    private static final double PREFERENCE = 0.3;

    /** When most come at once, as a share of the time within which all come: people need a moment to see that a sale has opened. */
    private static final double RUSH = 0.2;

    private final FanTraits traits;
    private final Pace pace;
    private final SplittableRandom random;
    private final SeatTaste taste;
    private final SplittableRandom inLine;
    private final LineHabits lineHabits;

    private FanBehaviour(long seed, long number, Pace pace) {
        this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        this.pace = pace;
        this.traits = FanTraits.drawn(random);
        this.taste = new SeatTaste(traits.whim(), random);
        // A dice of its own: a fan does the same at the seat map whether it had to wait or not.
        this.inLine = new SplittableRandom(~seed * 0x9E3779B97F4A7C15L + number);
        this.lineHabits = LineHabits.drawn(inLine);
    }

    /** The fan of that number in the crowd of that seed. */
    public static FanBehaviour of(long seed, long number, Pace pace) {
        return new FanBehaviour(seed, number, pace);
    }

    public FanTraits traits() {
        return traits;
    }

    public LineHabits lineHabits() {
        return lineHabits;
    }

    /** How long it is before it looks again at how its place in line stands. */
    public Duration looksAtPosition() {
        return pace.about(LOOKS_AT_POSITION, inLine);
    }

    /** How long it waits before it has had enough, where it does not wait to the end. */
    public Duration waitsInVain() {
        return pace.about(WAITS_IN_VAIN, inLine);
    }

    /** When it comes, counted from the opening: more and more until the {@link #RUSH}, fewer and fewer from then until {@code over}. */
    public Duration arrival(Duration over) {
        double share = random.nextDouble();
        double at = share < RUSH ? Math.sqrt(share * RUSH) : 1 - Math.sqrt((1 - share) * (1 - RUSH));
        return Duration.ofNanos((long) (over.toNanos() * at));
    }

    /** The pages it looks at, in their order. */
    public List<FunnelStep> pages() {
        return List.copyOf(EnumSet.range(FunnelStep.VISIT, traits.last()));
    }

    /** How long it stays on a page before the next. */
    public Duration readsAPage() {
        return pace.about(READS_A_PAGE, random);
    }

    /** How long it looks at the seat map before it takes seats, during which others take them too; shorter once it has lost some. */
    public Duration choosesSeats(int losses) {
        return pace.about(losses == 0 ? CHOOSES : CHOOSES_AGAIN, random);
    }

    /** How long it waits for seats to come back where too few are left. */
    public Duration looksAgain() {
        return pace.about(LOOKS_AGAIN, random);
    }

    /** How long it thinks over what it holds. */
    public Duration thinksItOver() {
        return pace.about(THINKS_IT_OVER, random);
    }

    /** How long it types until it has paid. */
    public Duration pays() {
        return pace.about(PAYS, random);
    }

    /** The order in which it looks at sections, given dearest first: the dearer a section, the more begin with it. */
    public List<String> sections(List<String> dearestFirst) {
        List<String> left = new ArrayList<>(dearestFirst);
        List<String> order = new ArrayList<>();
        while (!left.isEmpty()) {
            int next = 0;
            while (next < left.size() && random.nextDouble() > PREFERENCE) {
                next++;
            }
            order.add(left.remove(next < left.size() ? next : random.nextInt(left.size())));
        }
        return order;
    }

    /** The seats it takes of those it sees open, less choosy after each loss; empty where they do not suffice for its party. */
    public List<OpenSeat> seats(List<OpenSeat> open, int losses) {
        return taste.after(losses).choose(open, traits.partySize());
    }

    /** Whether it looks at the seats again after it found them taken, or too few left, so many times. */
    public boolean triesAgain(int losses) {
        return losses < traits.patience();
    }

    /** How long it waits before it sends the same request again, for the so-many-th time, counted from one. */
    public Duration beforeRetry(int attempt) {
        long longest = Math.min(LONGEST_RETRY.toNanos(), RETRIES.toNanos() << Math.min(attempt - 1, 20));
        return Duration.ofNanos(longest / 2 + random.nextLong(longest / 2 + 1));
    }
}
