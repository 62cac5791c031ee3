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

import io.onsale.waiting.Statement.Outcome;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** A draw that does not keep what a receipt promised is caught. */
class ReceiptCheckTest {
    private final SampleDraw sample = new SampleDraw();

    @Test
    void aReceiptFindsItsPlaceAndPosition() {
        InclusionProof proof = sample.roster.tree().proof(20);

        assertThat(ofReceipt(sample.receipt(sample.mine, Optional.of(proof)), Optional.of(sample.mine)))
                .allSatisfy(statement -> assertThat(statement.outcome()).isEqualTo(Outcome.RIGHT))
                .extracting(Statement::text)
                .contains("receipt's proof: it leads from the leaf to the roster root")
                .last()
                .asString()
                .startsWith("receipt's position: %d of 50 drawn".formatted(position() + 1));
    }

    @Test
    void aReceiptWhosePlaceIsNotInTheRosterSaysWhatThatMayMean() {
        assertThat(ofReceipt(sample.receipt(sample.mine, Optional.empty()), Optional.empty()))
                .filteredOn(statement -> statement.outcome() != Outcome.RIGHT)
                .singleElement()
                .isEqualTo(Statement.open(
                        ("receipt's place: number %d joined at 2026-12-01T10:59:00Z and is not in the roster: it was"
                                        + " given up before 2026-12-01T11:00:00Z, or taken away; if you did not give it up, keep the files and"
                                        + " ask who did")
                                .formatted(sample.mine.sequence())));
    }

    @Test
    void aReceiptThatDoesNotFitIsCaught() {
        InclusionProof anothers = sample.roster.tree().proof(21);
        Receipt receipt = new Receipt(
                "event-2",
                sample.leaves.get(3).pseudonym(),
                sample.mine.sequence(),
                DRAW_AT.minusSeconds(5),
                sample.seed,
                Optional.empty(),
                Optional.of(sample.leaves.get(3)),
                Optional.of(anothers));

        assertThat(wrong(ofReceipt(receipt, Optional.of(sample.mine))))
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
        Leaf cut = new Leaf(
                sample.mine.pseudonym(), sample.mine.sequence(), new ScoreInputs(Tier.NONE, 0, 7, 0), "priority-1");
        Roster one = Crowd.roster(Policy.PRIORITY_1, List.of(cut));
        DrawCheck check =
                new DrawCheck(sample.published(Policy.PRIORITY_1, VALUE, sample.seed, sample.order), one, NONE);

        DrawTerms terms = new DrawTerms(DRAW_AT, Policy.PRIORITY_1, BEACON);
        Receipt receipt = sample.receipt(cut, DRAW_AT.minusSeconds(60), terms, Optional.empty());

        assertThat(wrong(check.ofReceipt(receipt, Optional.of(cut))))
                .containsExactly("receipt's earliness: 7 is published, but it comes to 60");
    }

    @Test
    void whoJoinedLaterTakesNoPart() {
        Receipt late = new Receipt(
                EVENT,
                sample.mine.pseudonym(),
                9_999,
                DRAW_AT,
                Draw.commitment(EVENT, sample.seed),
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
        Receipt late =
                sample.receipt(sample.mine, DRAW_AT, new DrawTerms(DRAW_AT, Policy.DRAW_1, BEACON), Optional.empty());

        assertThat(wrong(ofReceipt(late, Optional.of(sample.mine))))
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
        DrawCheck check =
                new DrawCheck(sample.published(new DrawTerms(later, Policy.DRAW_1, BEACON)), sample.roster, NONE);

        assertThat(check.ofReceipt(sample.receipt(sample.mine, Optional.empty()), Optional.of(sample.mine)))
                .contains(Statement.open("receipt's draws_at: put off from %s to %s since; ask whether the sale was"
                        .formatted(DRAW_AT, later)));
    }

    /** What is wrong with a draw on other terms than the receipt's, as far as the receipt tells. */
    private ListAssert<String> assertBroken(DrawTerms terms) {
        DrawCheck check = new DrawCheck(sample.published(terms), sample.roster, NONE);
        return assertThat(
                wrong(check.ofReceipt(sample.receipt(sample.mine, Optional.empty()), Optional.empty())).stream()
                        .map(text -> text.substring(0, text.indexOf(':')))
                        .filter(what -> !what.equals("receipt's place"))
                        .toList());
    }

    @Test
    void aReceiptWithoutTermsBindsNone() {
        Receipt old = new Receipt(
                EVENT,
                sample.mine.pseudonym(),
                sample.mine.sequence(),
                DRAW_AT.minusSeconds(60),
                Draw.commitment(EVENT, sample.seed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(ofReceipt(old, Optional.of(sample.mine)))
                .filteredOn(statement -> statement.outcome() == Outcome.OPEN)
                .singleElement()
                .satisfies(statement -> assertThat(statement.text()).startsWith("receipt's terms"));
    }

    private int position() {
        DrawnOrder drawn =
                new Draw(sample.seed, sample.roster.root(), HexFormat.of().parseHex(VALUE)).order(sample.roster);
        int position = 0;
        while (drawn.index(position) != 20) {
            position++;
        }
        return position;
    }

    private List<Statement> ofReceipt(Receipt receipt, Optional<Leaf> published) {
        return new DrawCheck(sample.published(), sample.roster, NONE).ofReceipt(receipt, published);
    }
}
