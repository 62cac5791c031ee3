package io.onsale.waiting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Those who were sent to the very end after the roster was frozen, held against whom that may happen to. */
final class MovesCheck {

    private final Moves moves;
    private final DrawTerms terms;
    private final Roster roster;

    MovesCheck(Moves moves, DrawTerms terms, Roster roster) {
        this.moves = moves;
        this.terms = terms;
        this.roster = roster;
    }

    /** How many there are, and each of them: whether it was a bot nothing that is published can tell. */
    List<Statement> ofRoster() {
        List<Statement> statements = new ArrayList<>();
        statements.add(all());
        Set<Integer> before = new HashSet<>();
        moves.all().forEach(move -> statements.add(each(move, before.add(move.sequence()))));
        return statements;
    }

    private Statement all() {
        int listed = moves.all().size();
        if (moves.count().isEmpty()) {
            return Statement.open("moves: it is not said who was sent to the very end after the roster was frozen");
        }
        if (moves.count().getAsInt() != listed) {
            return Statement.same("moves", listed, moves.count().getAsInt());
        }
        return listed == 0
                ? Statement.right("moves: nobody was sent to the very end after the roster was frozen")
                : Statement.open(
                        "moves: %d sent to the very end after the roster was frozen; ask why".formatted(listed));
    }

    private Statement each(Move move, boolean first) {
        String text = "moved: number %d at %s, as suspicion is %d, said by: %s"
                .formatted(move.sequence(), move.at(), move.suspicion(), move.by());
        int index = roster.index(move.sequence());
        if (move.at().isBefore(terms.drawsAt())) {
            return Statement.wrong(text + "; the roster was not frozen before " + terms.drawsAt());
        }
        if (!terms.policy().suspects(move.suspicion())) {
            return Statement.wrong(text + "; nobody is moved who is not above "
                    + terms.policy().suspicionAbove());
        }
        if (!first || (index >= 0 && roster.suspect(index))) {
            return Statement.wrong(text + "; it was at the very end already");
        }
        return Statement.open(text);
    }

    /** What became of a place. */
    Optional<Statement> of(int sequence) {
        return moves.all().stream()
                .filter(move -> move.sequence() == sequence)
                .map(move -> Statement.open(
                        "receipt's place: number %d was sent to the very end at %s, as suspicion is %d; ask why"
                                .formatted(sequence, move.at(), move.suspicion())))
                .findFirst();
    }
}
