package io.onsale.edge.views.queue;

import io.onsale.schemas.Buffers;
import io.onsale.schemas.admission.BeaconPublished;
import io.onsale.schemas.admission.OrderDrawn;
import io.onsale.schemas.admission.RosterFrozen;
import io.onsale.waiting.Draw;
import io.onsale.waiting.DrawnOrder;
import io.onsale.waiting.Hash;
import io.onsale.waiting.InclusionProof;
import io.onsale.waiting.MerkleTree;
import io.onsale.waiting.Move;
import io.onsale.waiting.Policy;
import io.onsale.waiting.Roster;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A room's draw, drawn again from what the log tells of it, and compared with what the log says came of it. */
final class RoomDraw {
    private static final byte[] NO_BEACON = {};

    private final Hash commitment;
    /** Until it is let go of, as the tree. */
    private @Nullable Roster roster;

    private @Nullable MerkleTree tree;
    private @Nullable Hash root;
    private int size;
    private @Nullable Hash seed;
    private @Nullable Hash orderHash;
    private @Nullable BeaconPublished beacon;
    private final List<Move> moves = new ArrayList<>();

    RoomDraw(Hash commitment) {
        this.commitment = commitment;
    }

    boolean isFrozen() {
        return root != null;
    }

    boolean isDrawn() {
        return seed != null;
    }

    /** Whether nothing is left to wait for before it is drawn. */
    boolean isDue(boolean waitsForBeacon) {
        return isFrozen() && !isDrawn() && (!waitsForBeacon || beacon != null);
    }

    /** All who take part, and what proves it. */
    record Participants(Roster roster, MerkleTree tree) {

        static Participants of(Places places, Policy policy, Instant drawsAt) {
            Roster.Builder leaves = Roster.under(policy);
            places.roster().forEach(sequence -> leaves.add(places.leaf(sequence, policy, drawsAt)));
            Roster all = leaves.build();
            return new Participants(all, all.tree());
        }

        /** How many of them are suspected. */
        int suspects() {
            return (int)
                    IntStream.range(0, roster.size()).filter(roster::suspect).count();
        }

        /** Whether they are those that the log tells of. */
        boolean agree(RosterFrozen frozen) {
            return tree.root().equals(hash(frozen.getRoot())) && roster.size() == frozen.getSize();
        }
    }

    /** Whoever takes part is final. */
    void freeze(RosterFrozen frozen, Participants all) {
        roster = all.roster();
        tree = all.tree();
        root = hash(frozen.getRoot());
        size = all.roster().size();
    }

    void published(BeaconPublished value) {
        beacon = value;
    }

    /** The order of the roster, as anybody can draw it. */
    DrawnOrder order(OrderDrawn drawn, Policy policy) {
        Roster all = roster == null ? Roster.under(policy).build() : roster;
        return new Draw(
                        hash(drawn.getSeed()),
                        all.root(),
                        beacon == null ? NO_BEACON : Buffers.bytes(beacon.getValue()))
                .order(all);
    }

    /** Whether the order is the one that the log tells of, drawn from the seed that was bound. */
    boolean agrees(String eventId, OrderDrawn drawn, DrawnOrder order) {
        return Draw.commitment(eventId, hash(drawn.getSeed())).equals(commitment)
                && order.hash().equals(hash(drawn.getOrderHash()));
    }

    /** The roster has an order. */
    void draw(OrderDrawn drawn, DrawnOrder order) {
        roster = order.roster();
        seed = hash(drawn.getSeed());
        orderHash = hash(drawn.getOrderHash());
    }

    /** A place was sent to the very end after the roster was final. */
    void moved(Move move) {
        moves.add(move);
    }

    /** The first so many. */
    List<Move> moves(int count) {
        return List.copyOf(moves.subList(0, count));
    }

    DrawFacts facts(Policy policy) {
        return new DrawFacts(
                policy,
                commitment,
                Optional.ofNullable(root),
                size,
                Optional.ofNullable(beacon),
                Optional.ofNullable(seed),
                Optional.ofNullable(orderHash),
                moves.size());
    }

    /** Keeps what is published in short, and lets go of who took part. */
    void forgetRoster() {
        roster = null;
        tree = null;
    }

    /** That a place takes part; nothing where it does not, or before that is final. */
    Optional<InclusionProof> proof(int sequence) {
        if (roster == null || tree == null || roster.index(sequence) < 0) {
            return Optional.empty();
        }
        return Optional.of(tree.proof(roster.index(sequence)));
    }

    static Hash hash(ByteBuffer buffer) {
        return Hash.of(Buffers.bytes(buffer));
    }
}
