package io.onsale.topologies.admission.domain;

import io.onsale.waiting.Leaf;
import io.onsale.waiting.Line;
import io.onsale.waiting.Roster;
import io.onsale.waiting.ScoreInputs;
import io.onsale.waiting.Tier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the leaves of a roster are to be made of, as long as they may change; 32 bytes a place. */
final class RosterDraft {

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final List<Tier> TIERS = List.of(Tier.values());

    private record Page(byte[] pseudonyms, long[] joinedAt, int[] purchases, short[] suspicions, byte[] tiers) {

        Page() {
            this(new byte[PAGE * Leaf.PSEUDONYM_BYTES], new long[PAGE], new int[PAGE], new short[PAGE], new byte[PAGE]);
        }
    }

    private final List<Page> pages = new ArrayList<>();

    void add(Joined place) {
        while (pages.size() <= place.sequence() >>> PAGE_BITS) {
            pages.add(new Page());
        }
        Page page = page(place.sequence());
        int at = at(place.sequence());
        byte[] pseudonym = place.pseudonym().toArray();
        for (int i = 0; i < Leaf.PSEUDONYM_BYTES; i++) {
            page.pseudonyms[at * Leaf.PSEUDONYM_BYTES + i] = pseudonym[i];
        }
        page.joinedAt[at] = place.at().toEpochMilli();
        page.purchases[at] = place.purchases();
        rate(place.sequence(), place.rating());
    }

    void rate(int sequence, Rating rating) {
        page(sequence).suspicions[at(sequence)] = (short) rating.suspicion();
        page(sequence).tiers[at(sequence)] = (byte) TIERS.indexOf(rating.tier());
    }

    /** The roster of those who are in line. */
    Roster roster(Line line, int joined, Terms terms) {
        Roster.Builder roster = Roster.under(terms.policy());
        for (int sequence = 1; sequence <= joined; sequence++) {
            if (line.contains(sequence)) {
                roster.add(leaf(sequence, terms));
            }
        }
        return roster.build();
    }

    private Leaf leaf(int sequence, Terms terms) {
        Page page = page(sequence);
        int at = at(sequence);
        int from = at * Leaf.PSEUDONYM_BYTES;
        Instant joinedAt = Instant.ofEpochMilli(page.joinedAt[at]);
        ScoreInputs inputs = new ScoreInputs(
                TIERS.get(page.tiers[at]),
                page.purchases[at],
                terms.policy().earliness(joinedAt, terms.drawsAt()),
                page.suspicions[at]);
        byte[] pseudonym = Arrays.copyOfRange(page.pseudonyms, from, from + Leaf.PSEUDONYM_BYTES);
        return Leaf.of(pseudonym, sequence, inputs, terms.policy());
    }

    /** The leaf of one place. */
    static Leaf leaf(Joined place, Terms terms) {
        ScoreInputs inputs = new ScoreInputs(
                place.rating().tier(),
                place.purchases(),
                terms.policy().earliness(place.at(), terms.drawsAt()),
                place.rating().suspicion());
        return Leaf.of(place.pseudonym().toArray(), place.sequence(), inputs, terms.policy());
    }

    private Page page(int sequence) {
        return pages.get(sequence >>> PAGE_BITS);
    }

    private static int at(int sequence) {
        return sequence & (PAGE - 1);
    }
}
