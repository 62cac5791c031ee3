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
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** A draw that was tampered with is caught, whatever it was that was changed. */
class DrawCheckTest {

    private static final Instant DRAW_AT = Instant.parse("2026-12-01T11:00:00Z");
    private static final String EVENT = "event-1";
    private static final String VALUE = "0102";

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
                .hasSize(5);
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
                DRAW_AT,
                one.policy(),
                one.commitment(),
                one.beacon(),
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
                DRAW_AT,
                Policy.DRAW_1,
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
        assertWrong(early, leaves)
                .containsExactly("roster size: 50 leaves are published of a roster that is not frozen");
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

        assertThat(wrong(check.ofReceipt(receipt(cut, Optional.empty()), Optional.of(cut))))
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
                Optional.empty());

        assertThat(ofReceipt(late, Optional.empty())).last().satisfies(statement -> {
            assertThat(statement.outcome()).isEqualTo(Outcome.OPEN);
            assertThat(statement.text()).contains("takes no part");
        });
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
        return new Receipt(
                EVENT,
                leaf.pseudonym(),
                leaf.sequence(),
                DRAW_AT.minusSeconds(60),
                Draw.commitment(EVENT, seed),
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
        return new PublishedDraw(
                EVENT,
                DRAW_AT,
                policy,
                Draw.commitment(EVENT, seed),
                Optional.of(new PublishedDraw.Beacon("drand quicknet", 12, Optional.of(beacon))),
                Optional.of(roster.root()),
                OptionalInt.of(leaves.size()),
                Optional.of(revealed),
                Optional.of(orderHash));
    }

    private static ListAssert<String> assertWrong(PublishedDraw draw, List<Leaf> leaves) {
        Roster roster = Crowd.roster(draw.policy(), leaves);
        return assertThat(wrong(new DrawCheck(draw, roster).ofDraw()));
    }

    private static List<String> wrong(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.outcome() == Outcome.WRONG)
                .map(Statement::text)
                .toList();
    }
}
