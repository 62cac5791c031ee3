package io.onsale.waiting;

import io.onsale.waiting.Statement.Outcome;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** A draw of fifty fans as it is published, and what a fan of it kept. */
final class SampleDraw {
    static final Instant DRAW_AT = Instant.parse("2026-12-01T11:00:00Z");
    static final String EVENT = "event-1";
    static final String VALUE = "0102".repeat(16);
    static final String SOURCE = "drand quicknet";
    static final Optional<BeaconRound> BEACON = Optional.of(round(SOURCE, DRAW_AT.plusSeconds(60)));

    /** Nobody was sent to the very end. */
    static final Moves NONE = new Moves(OptionalInt.of(0), List.of());

    final Random random = new Random(20);
    final Hash seed = Crowd.hash(random);
    final List<Leaf> leaves = Crowd.of(50, Policy.DRAW_1, random);
    final Roster roster = Crowd.roster(Policy.DRAW_1, leaves);
    final Hash order = new Draw(seed, roster.root(), HexFormat.of().parseHex(VALUE))
            .order(roster)
            .hash();
    final Leaf mine = leaves.get(20);

    PublishedDraw published() {
        return published(Policy.DRAW_1, VALUE, seed, order);
    }

    PublishedDraw published(Policy policy, String beacon, Hash revealed, Hash orderHash) {
        return published(new DrawTerms(DRAW_AT, policy, BEACON), beacon, revealed, orderHash);
    }

    PublishedDraw published(DrawTerms terms) {
        return published(terms, VALUE, seed, order);
    }

    PublishedDraw published(DrawTerms terms, String beacon, Hash revealed, Hash orderHash) {
        return new PublishedDraw(
                EVENT,
                RoomPhase.LINE,
                terms,
                Draw.commitment(EVENT, seed),
                Optional.of(beacon),
                Optional.of(roster.root()),
                OptionalInt.of(leaves.size()),
                Optional.of(revealed),
                Optional.of(orderHash));
    }

    /** The round of quicknet that is due at an instant, of which there is one every three seconds. */
    static BeaconRound round(String source, Instant due) {
        long number = 1 + (due.getEpochSecond() - 1_692_803_367) / 3;
        return new BeaconRound(source, number, Optional.of(due));
    }

    /** What a check finds wrong. */
    static List<String> wrong(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.outcome() == Outcome.WRONG)
                .map(Statement::text)
                .toList();
    }

    Receipt receipt(Leaf leaf, Optional<InclusionProof> proof) {
        return receipt(leaf, DRAW_AT.minusSeconds(60), new DrawTerms(DRAW_AT, Policy.DRAW_1, BEACON), proof);
    }

    Receipt receipt(Leaf leaf, Instant joinedAt, DrawTerms terms, Optional<InclusionProof> proof) {
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
}
