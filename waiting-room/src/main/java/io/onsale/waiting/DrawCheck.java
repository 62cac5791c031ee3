package io.onsale.waiting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes a published draw again, and says of each thing published whether it is right. */
public final class DrawCheck {

    private final PublishedDraw draw;
    private final TermsCheck terms;
    private final MovesCheck moves;
    private final Roster roster;
    private final Hash root;
    private final Optional<DrawnOrder> order;

    /** @param roster made of all leaves that were published, under the published policy */
    public DrawCheck(PublishedDraw draw, Roster roster, Moves moves) {
        this.draw = draw;
        this.terms = new TermsCheck(draw.terms());
        this.moves = new MovesCheck(moves, draw.terms(), roster);
        this.roster = roster;
        this.root = roster.root();
        this.order = draw.seed().map(seed -> new Draw(seed, root, draw.beaconBytes()).order(roster));
    }

    /** The order as it comes out of what is published; empty before the seed is revealed. */
    public Optional<DrawnOrder> order() {
        return order;
    }

    /** What holds of the draw as a whole. */
    public List<Statement> ofDraw() {
        List<Statement> statements = new ArrayList<>();
        statements.add(terms.policy());
        statements.add(roster());
        statements.add(draw.root()
                .map(published -> Statement.same("roster root", root, published))
                .orElse(unpublished("roster root")));
        statements.add(draw.seed()
                .map(seed -> Statement.same("commitment", Draw.commitment(draw.eventId(), seed), draw.commitment()))
                .orElse(Statement.open("commitment: %s, but the seed is not revealed".formatted(draw.commitment()))));
        draw.terms().beacon().ifPresent(round -> statements.addAll(List.of(terms.round(round), beacon(round))));
        statements.add(order.map(this::order).orElseGet(this::undrawn));
        if (frozen()) {
            statements.addAll(moves.ofRoster());
        }
        return List.copyOf(statements);
    }

    private Statement roster() {
        return draw.size().isPresent()
                ? Statement.same("roster size", roster.size(), draw.size().getAsInt())
                : unpublished("roster size");
    }

    /** Whoever leaves out what binds the roster may not be believed the rest. */
    private Statement unpublished(String what) {
        return frozen()
                ? Statement.wrong("%s: it is not published, though what follows from it is".formatted(what))
                : Statement.open("%s: the roster is not frozen".formatted(what));
    }

    /** Whether anything is published that there is only once the roster is frozen; that a line is let in says so too. */
    private boolean frozen() {
        return draw.phase() == RoomPhase.DRAW_PENDING
                || draw.phase() == RoomPhase.LINE
                || draw.root().isPresent()
                || draw.size().isPresent()
                || draw.seed().isPresent()
                || draw.orderHash().isPresent()
                || roster.size() > 0;
    }

    private Statement undrawn() {
        if (draw.orderHash().isPresent()) {
            return Statement.wrong("order: its hash is published, but not the seed that it follows from");
        }
        return switch (draw.phase()) {
            case SCHEDULED, PRE_QUEUE, DRAW_PENDING -> Statement.open("order: it is not drawn yet");
            case LINE -> Statement.wrong("order: fans are let in by it, but neither it nor the seed is published");
            case CLOSED -> Statement.open("order: " + abandoned());
        };
    }

    /** The same sale under another event is another draw: whoever gave this one up may have known what it would have come to. */
    private String abandoned() {
        if (!frozen()) {
            return "the line was closed before its draw";
        }
        return draw.terms()
                .beacon()
                .filter(round -> draw.beaconValue().isEmpty())
                .map(round -> "the line was closed undrawn, while it waited for round %d of %s; ask why"
                        .formatted(round.round(), round.source()))
                .orElse("the line was closed undrawn, though nothing was left to wait for; if that stays so, ask why");
    }

    private Statement beacon(BeaconRound beacon) {
        String round = "beacon: round %d of %s".formatted(beacon.round(), beacon.source());
        if (draw.beaconValue().isEmpty()) {
            return draw.seed().isPresent()
                    ? Statement.wrong(round + " is not published, but the order is drawn")
                    : Statement.open(round + " is not published yet");
        }
        String value = draw.beaconValue().get();
        if (draw.beaconBytes().length != BeaconRound.VALUE_BYTES) {
            return Statement.wrong("%s is said to be %s, and a round's randomness has %d bytes"
                    .formatted(round, value, BeaconRound.VALUE_BYTES));
        }
        return Statement.open(
                "%s is said to be %s; look up there whether that is its randomness".formatted(round, value));
    }

    private Statement order(DrawnOrder drawn) {
        return draw.orderHash()
                .map(published -> Statement.same("order", drawn.hash(), published))
                .orElse(Statement.wrong("order: the seed is revealed, but no hash of the order is published"));
    }

    /**
     * What holds of a receipt.
     *
     * @param published the leaf that is in the roster at the receipt's place, where there is one
     */
    public List<Statement> ofReceipt(Receipt receipt, Optional<Leaf> published) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.same("receipt's event", draw.eventId(), receipt.eventId()));
        statements.add(Statement.same("receipt's commitment", draw.commitment(), receipt.commitment()));
        statements.addAll(receipt.terms()
                .map(terms::against)
                .orElse(List.of(Statement.open(
                        "receipt's terms: it has none, so it binds neither draws_at nor policy nor beacon"))));
        if (!frozen()) {
            statements.add(Statement.open("receipt's place: the roster is not frozen"));
        } else if (published.isEmpty()) {
            statements.add(missing(receipt));
        } else {
            statements.addAll(present(receipt, published.get()));
        }
        moves.of(receipt.sequence()).ifPresent(statements::add);
        return List.copyOf(statements);
    }

    /** Leaving is signed by nobody: a place that was given up looks like one that was taken away. */
    private Statement missing(Receipt receipt) {
        String place = "receipt's place: number %d".formatted(receipt.sequence());
        if (late(receipt)) {
            return Statement.open("%s joined when the sale had begun, and takes no part in the draw".formatted(place));
        }
        return Statement.open(("%s joined at %s and is not in the roster: it was given up before %s, or taken away;"
                        + " if you did not give it up, keep the files and ask who did")
                .formatted(place, receipt.joinedAt(), draw.terms().drawsAt()));
    }

    private boolean late(Receipt receipt) {
        return !receipt.joinedAt().isBefore(draw.terms().drawsAt());
    }

    private List<Statement> present(Receipt receipt, Leaf leaf) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.same("receipt's pseudonym", leaf.pseudonym(), receipt.pseudonym()));
        if (late(receipt)) {
            statements.add(
                    Statement.wrong("receipt's place: it joined at %s, when the sale had begun, and is in the roster"
                            .formatted(receipt.joinedAt())));
        }
        int earliness =
                draw.terms().policy().earliness(receipt.joinedAt(), draw.terms().drawsAt());
        statements.add(
                Statement.same("receipt's earliness", earliness, leaf.inputs().earliness()));
        receipt.leaf().ifPresent(own -> statements.add(Statement.same("receipt's leaf", leaf.line(), own.line())));
        receipt.proof().ifPresent(proof -> statements.add(inclusion(leaf, proof)));
        order.ifPresent(drawn -> statements.add(position(drawn, leaf)));
        return statements;
    }

    private Statement inclusion(Leaf leaf, InclusionProof proof) {
        Hash published = draw.root().orElse(root);
        return proof.size() == roster.size() && proof.leads(leaf.hash(), published)
                ? Statement.right("receipt's proof: it leads from the leaf to the roster root")
                : Statement.wrong("receipt's proof: it does not lead from %s to %s".formatted(leaf.hash(), published));
    }

    private Statement position(DrawnOrder drawn, Leaf leaf) {
        int own = roster.index(leaf.sequence());
        int ahead = 0;
        int suspects = 0;
        for (int position = 0; drawn.index(position) != own; position++) {
            ahead++;
            suspects += roster.suspect(drawn.index(position)) ? 1 : 0;
        }
        String text = "receipt's position: %d of %d drawn".formatted(ahead + 1, drawn.size());
        if (roster.suspect(own)) {
            return Statement.right(text
                    + ", and then at the very end of the line, as suspicion is %d, above %d"
                            .formatted(
                                    leaf.inputs().suspicion(),
                                    draw.terms().policy().suspicionAbove()));
        }
        return Statement.right(
                text + (suspects == 0 ? "" : "; %d of those ahead went to the very end".formatted(suspects)));
    }
}
