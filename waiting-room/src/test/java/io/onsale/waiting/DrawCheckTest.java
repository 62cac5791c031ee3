package io.onsale.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.waiting.Statement.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.assertj.core.api.AbstractComparableAssert;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** A draw that was tampered with is caught, whatever it was that was changed. */
class DrawCheckTest {

    private static final Instant DRAW_AT = Instant.parse("2026-12-01T11:00:00Z");
    private static final String EVENT = "event-1";
    private static final String VALUE = "0102";
    private static final String SOURCE = "drand quicknet";
    private static final Optional<BeaconRound> BEACON = Optional.of(round(SOURCE, DRAW_AT.plusSeconds(60)));

    private final Random random = new Random(20);
    private final Hash seed = Crowd.hash(random);
    private final List<Leaf> leaves = Crowd.of(50, Policy.DRAW_1, random);
    private final Roster roster = Crowd.roster(Policy.DRAW_1, leaves);
    private final Hash order =
            new Draw(seed, roster.root(), new byte[] {1, 2}).order(roster).hash();
    private final Leaf mine = leaves.get(20);

    @Test
    void anHonestDrawIsRight() {
        assertWrong(published(), leaves).isEmpty();
        assertThat(new DrawCheck(published(), roster).ofDraw())
                .filteredOn(statement -> statement.outcome() == Outcome.RIGHT)
                .hasSize(6);
    }

    @Test
    void changingOneEntryIsCaught() {
        List<Leaf> changed = new ArrayList<>(leaves);
        changed.set(20, new Leaf(mine.pseudonym(), mine.sequence(), new ScoreInputs(Tier.PLATINUM, 9, 0, 0), "draw-1"));

        assertWrong(published(), changed)
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("roster root"),
                        text -> assertThat(text).startsWith("order"));
    }

    @Test
    void droppingOneFanIsCaught() {
        List<Leaf> fewer = new ArrayList<>(leaves);
        fewer.remove(20);

        assertWrong(published(), fewer)
                .satisfiesExactly(
                        text -> assertThat(text).isEqualTo("roster size: 50 is published, but it comes to 49"),
                        text -> assertThat(text).startsWith("roster root"),
                        text -> assertThat(text).startsWith("order"));
    }

    @Test
    void addingOneFanIsCaught() {
        List<Leaf> more = new ArrayList<>(leaves);
        more.add(Leaf.of(new byte[16], 4_000, mine.inputs(), Policy.DRAW_1));

        assertWrong(published(), more).hasSize(3);
    }

    @Test
    void swappingTwoFansIsCaught() {
        List<Leaf> swapped = new ArrayList<>(leaves);
        Leaf other = leaves.get(30);
        swapped.set(20, new Leaf(other.pseudonym(), mine.sequence(), other.inputs(), "draw-1"));
        swapped.set(30, new Leaf(mine.pseudonym(), other.sequence(), mine.inputs(), "draw-1"));

        assertWrong(published(), swapped).hasSize(2);
    }

    @Test
    void rerollingTheSeedIsCaught() {
        Hash another = Crowd.hash(random);
        Hash fitting = new Draw(another, roster.root(), new byte[] {1, 2})
                .order(roster)
                .hash();

        assertWrong(published(Policy.DRAW_1, VALUE, another, fitting), leaves)
                .singleElement()
                .asString()
                .startsWith("commitment: " + Draw.commitment(EVENT, seed) + " is published, but it comes to");
    }

    @Test
    void anotherOrderIsCaught() {
        Hash another = Crowd.hash(random);

        assertWrong(published(Policy.DRAW_1, VALUE, seed, another), leaves)
                .containsExactly("order: %s is published, but it comes to %s".formatted(another, order));
    }

    @Test
    void anotherBeaconIsCaught() {
        assertWrong(published(Policy.DRAW_1, "0103", seed, order), leaves)
                .singleElement()
                .asString()
                .startsWith("order");
    }

    @Test
    void anotherPolicyIsCaught() {
        Policy favouring = new Policy("draw-1", 1000, 2000, 10, 0, 700, 10_000);

        assertWrong(published(favouring, VALUE, seed, order), leaves)
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("policy"),
                        text -> assertThat(text).startsWith("order"));
        assertThatThrownBy(() -> Crowd.roster(Policy.LOTTERY_1, leaves)).hasMessageContaining("goes by draw-1");
    }

    @Test
    void anotherEventsSeedIsCaught() {
        PublishedDraw one = published();
        PublishedDraw other = new PublishedDraw(
                "event-2",
                one.terms(),
                one.commitment(),
                one.beaconValue(),
                one.root(),
                one.size(),
                one.seed(),
                one.orderHash());

        assertWrong(other, leaves).singleElement().asString().startsWith("commitment");
    }

    @Test
    void whatIsNotKnownYetIsSaidSo() {
        PublishedDraw early = new PublishedDraw(
                EVENT,
                new DrawTerms(DRAW_AT, Policy.DRAW_1, BEACON),
                Draw.commitment(EVENT, seed),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
        Roster none = Crowd.roster(Policy.DRAW_1, List.of());

        assertWrong(early, List.of()).isEmpty();
        assertThat(new DrawCheck(early, none).ofReceipt(receipt(mine, Optional.empty()), Optional.empty()))
                .filteredOn(statement -> statement.outcome() == Outcome.OPEN)
                .hasSize(1);
    }

    @Test
    void whatFollowsFromARootThatIsLeftOutIsCaught() {
        PublishedDraw whole = published();
        List<PublishedDraw> rootless = List.of(
                bound(whole, OptionalInt.empty(), Optional.empty(), Optional.empty()),
                bound(whole, OptionalInt.of(49), whole.seed(), whole.orderHash()),
                bound(whole, OptionalInt.of(49), Optional.empty(), Optional.empty()),
                bound(whole, OptionalInt.empty(), Optional.empty(), whole.orderHash()));
        List<Leaf> fewer = new ArrayList<>(leaves);
        fewer.remove(20);

        assertThat(rootless).allSatisfy(draw -> {
            DrawCheck check = new DrawCheck(draw, Crowd.roster(Policy.DRAW_1, fewer));
            assertThat(wrong(check.ofDraw()))
                    .contains("roster root: it is not published, though what follows from it is");
            assertThat(wrong(check.ofReceipt(receipt(mine, Optional.empty()), Optional.empty())))
                    .singleElement()
                    .asString()
                    .contains("it was dropped");
        });
    }

    private static PublishedDraw bound(
            PublishedDraw whole, OptionalInt size, Optional<Hash> revealed, Optional<Hash> orderHash) {
        return new PublishedDraw(
                EVENT,
                whole.terms(),
                whole.commitment(),
                whole.beaconValue(),
                Optional.empty(),
                size,
                revealed,
                orderHash);
    }

    @Test
    void aReceiptFindsItsPlaceAndPosition() {
        InclusionProof proof = roster.tree().proof(20);

        assertThat(ofReceipt(receipt(mine, Optional.of(proof)), Optional.of(mine)))
                .allSatisfy(statement -> assertThat(statement.outcome()).isEqualTo(Outcome.RIGHT))
                .extracting(Statement::text)
                .contains("receipt's proof: it leads from the leaf to the roster root")
                .last()
                .asString()
                .startsWith("receipt's position: %d of 50 drawn".formatted(position() + 1));
    }

    @Test
    void aReceiptWhoseFanWasDroppedIsCaught() {
        assertThat(wrong(ofReceipt(receipt(mine, Optional.empty()), Optional.empty())))
                .singleElement()
                .asString()
                .contains("number " + mine.sequence(), "it was dropped");
    }

    @Test
    void aReceiptThatDoesNotFitIsCaught() {
        InclusionProof anothers = roster.tree().proof(21);
        Receipt receipt = new Receipt(
                "event-2",
                leaves.get(3).pseudonym(),
                mine.sequence(),
                DRAW_AT.minusSeconds(5),
                seed,
                Optional.empty(),
                Optional.of(leaves.get(3)),
                Optional.of(anothers));

        assertThat(wrong(ofReceipt(receipt, Optional.of(mine))))
                .extracting(text -> text.substring(0, text.indexOf(':')))
                .containsExactly(
                        "receipt's event",
                        "receipt's commitment",
                        "receipt's pseudonym",
                        "receipt's leaf",
                        "receipt's proof");
    }

    @Test
    void earlinessThatWasCutIsCaught() {
        Leaf cut = new Leaf(mine.pseudonym(), mine.sequence(), new ScoreInputs(Tier.NONE, 0, 7, 0), "priority-1");
        Roster one = Crowd.roster(Policy.PRIORITY_1, List.of(cut));
        DrawCheck check = new DrawCheck(published(Policy.PRIORITY_1, VALUE, seed, order), one);

        DrawTerms terms = new DrawTerms(DRAW_AT, Policy.PRIORITY_1, BEACON);
        Receipt receipt = receipt(cut, DRAW_AT.minusSeconds(60), terms, Optional.empty());

        assertThat(wrong(check.ofReceipt(receipt, Optional.of(cut))))
                .containsExactly("receipt's earliness: 7 is published, but it comes to 60");
    }

    @Test
    void whoJoinedLaterTakesNoPart() {
        Receipt late = new Receipt(
                EVENT,
                mine.pseudonym(),
                9_999,
                DRAW_AT,
                Draw.commitment(EVENT, seed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(ofReceipt(late, Optional.empty())).last().satisfies(statement -> {
            assertThat(statement.outcome()).isEqualTo(Outcome.OPEN);
            assertThat(statement.text()).contains("takes no part");
        });
    }

    @Test
    void whoJoinedLaterAndTakesPartAllTheSameIsCaught() {
        Receipt late = receipt(mine, DRAW_AT, new DrawTerms(DRAW_AT, Policy.DRAW_1, BEACON), Optional.empty());

        assertThat(wrong(ofReceipt(late, Optional.of(mine))))
                .containsExactly("receipt's place: it joined at %s, when the sale had begun, and is in the roster"
                        .formatted(DRAW_AT));
    }

    @Test
    void termsOtherThanPromisedAreCaught() {
        Policy favouring = new Policy("draw-1", 1000, 2000, 10, 0, 700, 10_000);
        Optional<BeaconRound> another = Optional.of(round(SOURCE, DRAW_AT.plusSeconds(63)));

        assertBroken(new DrawTerms(DRAW_AT, Policy.DRAW_1, Optional.empty())).containsExactly("receipt's beacon");
        assertBroken(new DrawTerms(DRAW_AT, Policy.DRAW_1, another)).containsExactly("receipt's beacon");
        assertBroken(new DrawTerms(DRAW_AT, favouring, BEACON)).containsExactly("receipt's policy");
        assertBroken(new DrawTerms(DRAW_AT.minusSeconds(90), Policy.DRAW_1, BEACON))
                .containsExactly("receipt's draws_at");
    }

    @Test
    void aSaleThatWasPutOffIsSaidSo() {
        Instant later = DRAW_AT.plusSeconds(30);
        DrawCheck check = new DrawCheck(published(new DrawTerms(later, Policy.DRAW_1, BEACON)), roster);

        assertThat(check.ofReceipt(receipt(mine, Optional.empty()), Optional.of(mine)))
                .contains(Statement.open("receipt's draws_at: put off from %s to %s since; ask whether the sale was"
                        .formatted(DRAW_AT, later)));
    }

    /** What is wrong with a draw on other terms than the receipt's, as far as the receipt tells. */
    private ListAssert<String> assertBroken(DrawTerms terms) {
        DrawCheck check = new DrawCheck(published(terms), roster);
        return assertThat(wrong(check.ofReceipt(receipt(mine, Optional.empty()), Optional.empty())).stream()
                .map(text -> text.substring(0, text.indexOf(':')))
                .filter(what -> !what.equals("receipt's place"))
                .toList());
    }

    @Test
    void aReceiptWithoutTermsBindsNone() {
        Receipt old = new Receipt(
                EVENT,
                mine.pseudonym(),
                mine.sequence(),
                DRAW_AT.minusSeconds(60),
                Draw.commitment(EVENT, seed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(ofReceipt(old, Optional.of(mine)))
                .filteredOn(statement -> statement.outcome() == Outcome.OPEN)
                .singleElement()
                .satisfies(statement -> assertThat(statement.text()).startsWith("receipt's terms"));
    }

    @Test
    void aPolicyThatNobodyKnowsIsSaidSo() {
        Policy secret = new Policy("draw-9", 1000, 500, 10, 0, 700, 10_000);
        Roster none = Crowd.roster(secret, List.of());

        assertThat(new DrawCheck(published(new DrawTerms(DRAW_AT, secret, BEACON)), none).ofDraw())
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
        return assertThat(new DrawCheck(published(terms), roster)
                .ofDraw().stream()
                        .filter(statement -> statement.text().startsWith("beacon's time"))
                        .map(Statement::outcome)
                        .findFirst()
                        .orElseThrow());
    }

    /** The round of quicknet that is due at an instant, of which there is one every three seconds. */
    private static BeaconRound round(String source, Instant due) {
        long number = 1 + (due.getEpochSecond() - 1_692_803_367) / 3;
        return new BeaconRound(source, number, Optional.of(due));
    }

    private int position() {
        DrawnOrder drawn = new Draw(seed, roster.root(), new byte[] {1, 2}).order(roster);
        int position = 0;
        while (drawn.index(position) != 20) {
            position++;
        }
        return position;
    }

    private Receipt receipt(Leaf leaf, Optional<InclusionProof> proof) {
        return receipt(leaf, DRAW_AT.minusSeconds(60), new DrawTerms(DRAW_AT, Policy.DRAW_1, BEACON), proof);
    }

    private Receipt receipt(Leaf leaf, Instant joinedAt, DrawTerms terms, Optional<InclusionProof> proof) {
        return new Receipt(
                EVENT,
                leaf.pseudonym(),
                leaf.sequence(),
                joinedAt,
                Draw.commitment(EVENT, seed),
                Optional.of(terms),
                Optional.of(leaf),
                proof);
    }

    private List<Statement> ofReceipt(Receipt receipt, Optional<Leaf> published) {
        return new DrawCheck(published(), roster).ofReceipt(receipt, published);
    }

    private PublishedDraw published() {
        return published(Policy.DRAW_1, VALUE, seed, order);
    }

    private PublishedDraw published(Policy policy, String beacon, Hash revealed, Hash orderHash) {
        return published(new DrawTerms(DRAW_AT, policy, BEACON), beacon, revealed, orderHash);
    }

    private PublishedDraw published(DrawTerms terms) {
        return published(terms, VALUE, seed, order);
    }

    private PublishedDraw published(DrawTerms terms, String beacon, Hash revealed, Hash orderHash) {
        return new PublishedDraw(
                EVENT,
                terms,
                Draw.commitment(EVENT, seed),
                Optional.of(beacon),
                Optional.of(roster.root()),
                OptionalInt.of(leaves.size()),
                Optional.of(revealed),
                Optional.of(orderHash));
    }

    private static ListAssert<String> assertWrong(PublishedDraw draw, List<Leaf> leaves) {
        Roster roster = Crowd.roster(draw.terms().policy(), leaves);
        return assertThat(wrong(new DrawCheck(draw, roster).ofDraw()));
    }

    private static List<String> wrong(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.outcome() == Outcome.WRONG)
                .map(Statement::text)
                .toList();
    }
}
