package io.onsale.waiting;

import static io.onsale.waiting.SampleDraw.BEACON;
import static io.onsale.waiting.SampleDraw.DRAW_AT;
import static io.onsale.waiting.SampleDraw.EVENT;
import static io.onsale.waiting.SampleDraw.NONE;
import static io.onsale.waiting.SampleDraw.SOURCE;
import static io.onsale.waiting.SampleDraw.VALUE;
import static io.onsale.waiting.SampleDraw.round;
import static io.onsale.waiting.SampleDraw.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.waiting.Statement.Outcome;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.AbstractComparableAssert;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** A draw that was tampered with is caught, whatever it was that was changed. */
class DrawCheckTest {
    private final SampleDraw sample = new SampleDraw();

    @Test
    void anHonestDrawIsRight() {
        assertWrong(sample.published(), sample.leaves).isEmpty();
        assertThat(new DrawCheck(sample.published(), sample.roster, NONE).ofDraw())
                .filteredOn(statement -> statement.outcome() == Outcome.RIGHT)
                .hasSize(7);
    }

    @Test
    void changingOneEntryIsCaught() {
        List<Leaf> changed = new ArrayList<>(sample.leaves);
        changed.set(
                20,
                new Leaf(
                        sample.mine.pseudonym(),
                        sample.mine.sequence(),
                        new ScoreInputs(Tier.PLATINUM, 9, 0, 0),
                        "draw-1"));

        assertWrong(sample.published(), changed)
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("roster root"),
                        text -> assertThat(text).startsWith("order"));
    }

    @Test
    void droppingOneFanIsCaught() {
        List<Leaf> fewer = new ArrayList<>(sample.leaves);
        fewer.remove(20);

        assertWrong(sample.published(), fewer)
                .satisfiesExactly(
                        text -> assertThat(text).isEqualTo("roster size: 50 is published, but it comes to 49"),
                        text -> assertThat(text).startsWith("roster root"),
                        text -> assertThat(text).startsWith("order"));
    }

    @Test
    void addingOneFanIsCaught() {
        List<Leaf> more = new ArrayList<>(sample.leaves);
        more.add(Leaf.of(new byte[16], 4_000, sample.mine.inputs(), Policy.DRAW_1));

        assertWrong(sample.published(), more).hasSize(3);
    }

    @Test
    void swappingTwoFansIsCaught() {
        List<Leaf> swapped = new ArrayList<>(sample.leaves);
        Leaf other = sample.leaves.get(30);
        swapped.set(20, new Leaf(other.pseudonym(), sample.mine.sequence(), other.inputs(), "draw-1"));
        swapped.set(30, new Leaf(sample.mine.pseudonym(), other.sequence(), sample.mine.inputs(), "draw-1"));

        assertWrong(sample.published(), swapped).hasSize(2);
    }

    @Test
    void rerollingTheSeedIsCaught() {
        Hash another = Crowd.hash(sample.random);
        Hash fitting = new Draw(another, sample.roster.root(), HexFormat.of().parseHex(VALUE))
                .order(sample.roster)
                .hash();

        assertWrong(sample.published(Policy.DRAW_1, VALUE, another, fitting), sample.leaves)
                .singleElement()
                .asString()
                .startsWith("commitment: " + Draw.commitment(EVENT, sample.seed) + " is published, but it comes to");
    }

    @Test
    void anotherOrderIsCaught() {
        Hash another = Crowd.hash(sample.random);

        assertWrong(sample.published(Policy.DRAW_1, VALUE, sample.seed, another), sample.leaves)
                .containsExactly("order: %s is published, but it comes to %s".formatted(another, sample.order));
    }

    @Test
    void anotherBeaconIsCaught() {
        assertWrong(sample.published(Policy.DRAW_1, "0103".repeat(16), sample.seed, sample.order), sample.leaves)
                .singleElement()
                .asString()
                .startsWith("order");
    }

    @Test
    void anotherFormOfTheBeaconIsCaught() {
        for (String form : List.of("", VALUE.substring(2), VALUE + "01", "0102".repeat(24))) {
            Hash fitting = new Draw(
                            sample.seed, sample.roster.root(), HexFormat.of().parseHex(form))
                    .order(sample.roster)
                    .hash();

            assertWrong(sample.published(Policy.DRAW_1, form, sample.seed, fitting), sample.leaves)
                    .singleElement()
                    .asString()
                    .startsWith("beacon: round")
                    .endsWith("is said to be %s, and a round's randomness has 32 bytes".formatted(form));
        }
    }

    @Test
    void anotherPolicyIsCaught() {
        Policy favouring = new Policy("draw-1", 1000, 2000, 10, 0, 700, 10_000);

        assertWrong(sample.published(favouring, VALUE, sample.seed, sample.order), sample.leaves)
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("policy"),
                        text -> assertThat(text).startsWith("order"));
        assertThatThrownBy(() -> Crowd.roster(Policy.LOTTERY_1, sample.leaves)).hasMessageContaining("goes by draw-1");
    }

    @Test
    void anotherEventsSeedIsCaught() {
        PublishedDraw one = sample.published();
        PublishedDraw other = new PublishedDraw(
                "event-2",
                one.phase(),
                one.terms(),
                one.commitment(),
                one.beaconValue(),
                one.root(),
                one.size(),
                one.seed(),
                one.orderHash());

        assertWrong(other, sample.leaves).singleElement().asString().startsWith("commitment");
    }

    @Test
    void whatIsNotKnownYetIsSaidSo() {
        PublishedDraw early = bare(RoomPhase.PRE_QUEUE);
        Roster none = Crowd.roster(Policy.DRAW_1, List.of());

        assertWrong(early, List.of()).isEmpty();
        assertThat(new DrawCheck(early, none, NONE)
                        .ofReceipt(sample.receipt(sample.mine, Optional.empty()), Optional.empty()))
                .filteredOn(statement -> statement.outcome() == Outcome.OPEN)
                .hasSize(1);
    }

    /** Nothing is published but what was before the first join. */
    private PublishedDraw bare(RoomPhase phase) {
        return new PublishedDraw(
                EVENT,
                phase,
                new DrawTerms(DRAW_AT, Policy.DRAW_1, BEACON),
                Draw.commitment(EVENT, sample.seed),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void aLineWithoutWhatItIsLetInByIsCaught() {
        assertWrong(bare(RoomPhase.LINE), List.of())
                .containsExactly(
                        "roster size: it is not published, though what follows from it is",
                        "roster root: it is not published, though what follows from it is",
                        "order: fans are let in by it, but neither it nor the seed is published");
        PublishedDraw whole = sample.published();
        PublishedDraw seedless = new PublishedDraw(
                EVENT,
                RoomPhase.LINE,
                whole.terms(),
                whole.commitment(),
                whole.beaconValue(),
                whole.root(),
                whole.size(),
                Optional.empty(),
                Optional.empty());
        assertWrong(seedless, sample.leaves)
                .containsExactly("order: fans are let in by it, but neither it nor the seed is published");
    }

    @Test
    void aPendingDrawWithoutARosterIsCaught() {
        assertWrong(bare(RoomPhase.DRAW_PENDING), List.of())
                .containsExactly(
                        "roster size: it is not published, though what follows from it is",
                        "roster root: it is not published, though what follows from it is");
    }

    @Test
    void thatALineWasClosedUndrawnIsSaidSo() {
        assertThat(abandoned(bare(RoomPhase.CLOSED), List.of()))
                .isEqualTo(Statement.open("order: the line was closed before its draw"));
        assertThat(abandoned(undrawn(Optional.of(VALUE)), sample.leaves).text())
                .startsWith("order: the line was closed undrawn, though nothing was left to wait for");
        assertThat(abandoned(undrawn(Optional.empty()), sample.leaves))
                .isEqualTo(
                        Statement.open("order: the line was closed undrawn, while it waited for round %d of %s; ask why"
                                .formatted(BEACON.orElseThrow().round(), SOURCE)));
    }

    /** Closed when its roster was frozen. */
    private PublishedDraw undrawn(Optional<String> beaconValue) {
        PublishedDraw whole = sample.published();
        return new PublishedDraw(
                EVENT,
                RoomPhase.CLOSED,
                whole.terms(),
                whole.commitment(),
                beaconValue,
                whole.root(),
                whole.size(),
                Optional.empty(),
                Optional.empty());
    }

    private static Statement abandoned(PublishedDraw draw, List<Leaf> leaves) {
        List<Statement> statements = new DrawCheck(draw, Crowd.roster(Policy.DRAW_1, leaves), NONE).ofDraw();
        assertThat(wrong(statements)).isEmpty();
        return statements.stream()
                .filter(statement -> statement.text().startsWith("order"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatFollowsFromARootThatIsLeftOutIsCaught() {
        PublishedDraw whole = sample.published();
        List<PublishedDraw> rootless = List.of(
                bound(whole, OptionalInt.empty(), Optional.empty(), Optional.empty()),
                bound(whole, OptionalInt.of(49), whole.seed(), whole.orderHash()),
                bound(whole, OptionalInt.of(49), Optional.empty(), Optional.empty()),
                bound(whole, OptionalInt.empty(), Optional.empty(), whole.orderHash()));
        List<Leaf> fewer = new ArrayList<>(sample.leaves);
        fewer.remove(20);

        assertThat(rootless).allSatisfy(draw -> {
            DrawCheck check = new DrawCheck(draw, Crowd.roster(Policy.DRAW_1, fewer), NONE);
            assertThat(wrong(check.ofDraw()))
                    .contains("roster root: it is not published, though what follows from it is");
            assertThat(check.ofReceipt(sample.receipt(sample.mine, Optional.empty()), Optional.empty()))
                    .extracting(Statement::text)
                    .anyMatch(text -> text.contains("is not in the roster"));
        });
    }

    private static PublishedDraw bound(
            PublishedDraw whole, OptionalInt size, Optional<Hash> revealed, Optional<Hash> orderHash) {
        return new PublishedDraw(
                EVENT,
                whole.phase(),
                whole.terms(),
                whole.commitment(),
                whole.beaconValue(),
                Optional.empty(),
                size,
                revealed,
                orderHash);
    }

    @Test
    void aPolicyThatNobodyKnowsIsSaidSo() {
        Policy secret = new Policy("draw-9", 1000, 500, 10, 0, 700, 10_000);
        Roster none = Crowd.roster(secret, List.of());

        assertThat(new DrawCheck(sample.published(new DrawTerms(DRAW_AT, secret, BEACON)), none, NONE).ofDraw())
                .first()
                .satisfies(statement -> {
                    assertThat(statement.outcome()).isEqualTo(Outcome.OPEN);
                    assertThat(statement.text()).startsWith("policy: draw-9 is none that is known here");
                });
    }

    @Test
    void aRoundThatWasPublicBeforeTheFreezeIsCaught() {
        assertRound(round(SOURCE, DRAW_AT)).isEqualTo(Outcome.WRONG);
        assertRound(round(SOURCE, DRAW_AT.plusSeconds(3))).isEqualTo(Outcome.RIGHT);
        assertRound(new BeaconRound(SOURCE, 12, Optional.empty())).isEqualTo(Outcome.WRONG);
        assertRound(new BeaconRound(SOURCE, 12, Optional.of(DRAW_AT.plusSeconds(3))))
                .isEqualTo(Outcome.WRONG);
    }

    @Test
    void whatIsSaidOfAnUnknownSourceIsToBeCompared() {
        assertRound(new BeaconRound("lottery", 12, Optional.empty())).isEqualTo(Outcome.OPEN);
        assertRound(new BeaconRound("lottery", 12, Optional.of(DRAW_AT.plusSeconds(1))))
                .isEqualTo(Outcome.OPEN);
        assertRound(new BeaconRound("lottery", 12, Optional.of(DRAW_AT))).isEqualTo(Outcome.WRONG);
        assertRound(new BeaconRound(SOURCE, Long.MAX_VALUE, Optional.empty())).isEqualTo(Outcome.OPEN);
    }

    private AbstractComparableAssert<?, Outcome> assertRound(BeaconRound round) {
        DrawTerms terms = new DrawTerms(DRAW_AT, Policy.DRAW_1, Optional.of(round));
        return assertThat(new DrawCheck(sample.published(terms), sample.roster, NONE)
                .ofDraw().stream()
                        .filter(statement -> statement.text().startsWith("beacon's time"))
                        .map(Statement::outcome)
                        .findFirst()
                        .orElseThrow());
    }

    private static ListAssert<String> assertWrong(PublishedDraw draw, List<Leaf> leaves) {
        Roster roster = Crowd.roster(draw.terms().policy(), leaves);
        return assertThat(wrong(new DrawCheck(draw, roster, NONE).ofDraw()));
    }
}
