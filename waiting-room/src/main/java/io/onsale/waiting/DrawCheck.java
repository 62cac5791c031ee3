package io.onsale.waiting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes a published draw again, and says of each thing published whether it is right. */
public final class DrawCheck {

    private final PublishedDraw draw;
    private final Roster roster;
    private final Hash root;
    private final Optional<DrawnOrder> order;

    /** @param roster made of all leaves that were published, under the published policy */
    public DrawCheck(PublishedDraw draw, Roster roster) {
        this.draw = draw;
        this.roster = roster;
        this.root = roster.root();
        this.order = draw.seed().map(seed -> new Draw(seed, root, draw.beaconValue()).order(roster));
    }

    /** The order as it comes out of what is published; empty before the seed is revealed. */
    public Optional<DrawnOrder> order() {
        return order;
    }

    /** What holds of the draw as a whole. */
    public List<Statement> ofDraw() {
        List<Statement> statements = new ArrayList<>();
        Policy.named(draw.policy().version()).map(this::policy).ifPresent(statements::add);
        statements.add(roster());
        statements.add(draw.root()
                .map(published -> Statement.same("roster root", root, published))
                .orElse(Statement.open("roster root: the roster is not frozen yet")));
        statements.add(draw.seed()
                .map(seed -> Statement.same("commitment", Draw.commitment(draw.eventId(), seed), draw.commitment()))
                .orElse(Statement.open(
                        "commitment: %s, but the seed is not revealed yet".formatted(draw.commitment()))));
        draw.beacon().map(this::beacon).ifPresent(statements::add);
        statements.add(order.map(this::order).orElse(Statement.open("order: it is not drawn yet")));
        return List.copyOf(statements);
    }

    private Statement policy(Policy known) {
        return known.equals(draw.policy())
                ? Statement.right("policy: %s, with the points it is known for".formatted(known.version()))
                : Statement.same("policy", known, draw.policy());
    }

    private Statement roster() {
        if (draw.size().isEmpty()) {
            return roster.size() == 0
                    ? Statement.open("roster size: the roster is not frozen yet")
                    : Statement.wrong("roster size: %d leaves are published of a roster that is not frozen"
                            .formatted(roster.size()));
        }
        return Statement.same("roster size", roster.size(), draw.size().getAsInt());
    }

    private Statement beacon(PublishedDraw.Beacon beacon) {
        String round = "beacon: round %d of %s".formatted(beacon.round(), beacon.source());
        if (beacon.value().isEmpty()) {
            return draw.seed().isPresent()
                    ? Statement.wrong(round + " is not published, but the order is drawn")
                    : Statement.open(round + " is not published yet");
        }
        return Statement.open(round + " is said to be " + beacon.value().get() + "; look it up there");
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
        if (draw.root().isEmpty()) {
            statements.add(Statement.open("receipt's place: the roster is not frozen yet"));
        } else if (published.isEmpty()) {
            statements.add(missing(receipt));
        } else {
            statements.addAll(present(receipt, published.get()));
        }
        return List.copyOf(statements);
    }

    private Statement missing(Receipt receipt) {
        String place = "receipt's place: number %d".formatted(receipt.sequence());
        if (!receipt.joinedAt().isBefore(draw.drawsAt())) {
            return Statement.open("%s joined when the sale had begun, and takes no part in the draw".formatted(place));
        }
        return Statement.wrong("%s joined at %s and is not in the roster; unless its fan left before %s, it was dropped"
                .formatted(place, receipt.joinedAt(), draw.drawsAt()));
    }

    private List<Statement> present(Receipt receipt, Leaf leaf) {
        List<Statement> statements = new ArrayList<>();
        statements.add(Statement.same("receipt's pseudonym", leaf.pseudonym(), receipt.pseudonym()));
        int earliness = draw.policy().earliness(receipt.joinedAt(), draw.drawsAt());
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
                            .formatted(leaf.inputs().suspicion(), draw.policy().suspicionAbove()));
        }
        return Statement.right(
                text + (suspects == 0 ? "" : "; %d of those ahead went to the very end".formatted(suspects)));
    }
}
