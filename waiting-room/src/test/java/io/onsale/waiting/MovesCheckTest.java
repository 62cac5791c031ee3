package io.onsale.waiting;

import static io.onsale.waiting.SampleDraw.DRAW_AT;
import static io.onsale.waiting.SampleDraw.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.waiting.Statement.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Whoever was sent to the very end after the draw is told, and caught where that could not be. */
class MovesCheckTest {
    private final SampleDraw sample = new SampleDraw();
    private final int honest = place(false);

    /** The first place in the roster that is suspected, or is not. */
    private int place(boolean suspected) {
        return sample.leaves.stream()
                .map(Leaf::sequence)
                .filter(sequence -> sample.roster.suspect(sample.roster.index(sequence)) == suspected)
                .findFirst()
                .orElseThrow();
    }

    private DrawCheck check(OptionalInt count, Move... moves) {
        return new DrawCheck(sample.published(), sample.roster, new Moves(count, List.of(moves)));
    }

    private List<String> wrongs(Move... moves) {
        return wrong(check(OptionalInt.of(moves.length), moves).ofDraw());
    }

    private static Move moved(int place) {
        return new Move(place, DRAW_AT.plusSeconds(9), 930, "organizer");
    }

    private static String told(int place) {
        return "moved: number %d at 2026-12-01T11:00:09Z, as suspicion is 930, said by: organizer".formatted(place);
    }

    @Test
    void whoWasMovedIsToldAndNotJudged() {
        assertThat(check(OptionalInt.of(2), moved(honest), moved(9_999)).ofDraw())
                .filteredOn(statement -> statement.text().startsWith("move"))
                .containsExactly(
                        Statement.open("moves: 2 sent to the very end after the roster was frozen; ask why"),
                        Statement.open(told(honest)),
                        Statement.open(told(9_999)));
    }

    @Test
    void thatNobodyWasMovedIsTold() {
        assertThat(check(OptionalInt.of(0)).ofDraw())
                .last()
                .isEqualTo(Statement.right("moves: nobody was sent to the very end after the roster was frozen"));
    }

    @Test
    void thatItIsNotSaidWhoWasMovedIsTold() {
        assertThat(check(OptionalInt.empty()).ofDraw())
                .last()
                .isEqualTo(Statement.open(
                        "moves: it is not said who was sent to the very end after the roster was frozen"));
    }

    @Test
    void aMoveThatIsNotListedIsCaught() {
        assertThat(wrong(check(OptionalInt.of(2), moved(honest)).ofDraw()))
                .containsExactly("moves: 2 is published, but it comes to 1");
    }

    @Test
    void aMoveOfSomebodyWhoMayNotBeMovedIsCaught() {
        assertThat(wrongs(new Move(honest, DRAW_AT.plusSeconds(9), 700, "operator")))
                .singleElement()
                .asString()
                .endsWith("nobody is moved who is not above 700");
        assertThat(wrongs(new Move(honest, DRAW_AT.minusMillis(1), 930, "operator")))
                .singleElement()
                .asString()
                .endsWith("the roster was not frozen before 2026-12-01T11:00:00Z");
        assertThat(wrongs(moved(honest), moved(honest)))
                .singleElement()
                .asString()
                .endsWith("it was at the very end already");
        assertThat(wrongs(moved(place(true)))).singleElement().asString().endsWith("it was at the very end already");
    }

    @Test
    void aReceiptsFanIsToldOfTheMove() {
        DrawCheck check = check(OptionalInt.of(1), moved(sample.mine.sequence()));

        assertThat(check.ofReceipt(sample.receipt(sample.mine, Optional.empty()), Optional.of(sample.mine)))
                .last()
                .satisfies(statement -> {
                    assertThat(statement.outcome()).isEqualTo(Outcome.OPEN);
                    assertThat(statement.text()).contains("was sent to the very end at 2026-12-01T11:00:09Z");
                });
    }
}
