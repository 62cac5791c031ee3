package io.onsale.standalone.draw;

import io.onsale.standalone.ToldToUser;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Move;
import io.onsale.waiting.Moves;
import io.onsale.waiting.Policy;
import io.onsale.waiting.PublishedDraw;
import io.onsale.waiting.RoomPhase;
import io.onsale.waiting.Roster;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A published draw with its roster, as {@code GET /api/queue/{event_id}/draw/roster} wrote it.
 *
 * @param watched the leaf of the place that was asked about, where the roster has it
 */
record DrawFile(PublishedDraw draw, Roster roster, Moves moves, Optional<Leaf> watched) {

    private static final String HEX = "64 hex digits";

    /**
     * Reads a file.
     *
     * @param sequence of the place to watch for
     * @throws ToldToUser if it is missing or broken
     */
    static DrawFile read(Path file, OptionalInt sequence) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return new Reading(file, lines, sequence).read();
        } catch (NoSuchFileException e) {
            throw new ToldToUser(
                    "there is no file %s; GET /api/queue/EVENT/draw/roster has what belongs there".formatted(file), e);
        } catch (CharacterCodingException e) {
            throw new ToldToUser(
                    "%s is no text; GET /api/queue/EVENT/draw/roster has what belongs there".formatted(file), e);
        } catch (IOException e) {
            throw new ToldToUser("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** One pass over a file's lines. */
    private static final class Reading {

        private final Path file;
        private final BufferedReader lines;
        private final OptionalInt sequence;
        private final Set<String> pseudonyms = new HashSet<>();
        private final List<Move> moves = new ArrayList<>();
        private int last = -1;
        private @Nullable Leaf watched;

        Reading(Path file, BufferedReader lines, OptionalInt sequence) {
            this.file = file;
            this.lines = lines;
            this.sequence = sequence;
        }

        DrawFile read() throws IOException {
            String first = lines.readLine();
            if (first == null) {
                throw new ToldToUser(
                        "%s is empty; GET /api/queue/EVENT/draw/roster has what belongs there".formatted(file));
            }
            JsonObject document = JsonObject.parse(file + ", line 1", first);
            PublishedDraw draw = draw(document);
            Roster.Builder roster = Roster.under(draw.terms().policy());
            String line = lines.readLine();
            for (int number = 2; line != null; number++) {
                if (line.startsWith("{")) {
                    moves.add(move(JsonObject.parse("%s, line %d".formatted(file, number), line)));
                } else {
                    roster.add(leaf(line, number, draw.terms().policy()));
                }
                line = lines.readLine();
            }
            Moves told = new Moves(document.optionalNumber("moved"), moves);
            return new DrawFile(draw, roster.build(), told, Optional.ofNullable(watched));
        }

        private static Move move(JsonObject json) {
            return new Move(json.number("moved"), json.instant("at"), json.number("suspicion"), json.text("by"));
        }

        private Leaf leaf(String line, int number, Policy policy) {
            boolean quoted = line.length() > 2 && line.startsWith("\"") && line.endsWith("\"");
            Leaf leaf = Leaf.parse(quoted ? line.substring(1, line.length() - 1) : "")
                    .orElseThrow(() -> wrong(number, "is no leaf as docs/draw.md has it"));
            if (leaf.sequence() <= last) {
                throw wrong(
                        number,
                        "has place %d after place %d; leaves stand in order and once".formatted(leaf.sequence(), last));
            }
            if (!leaf.policy().equals(policy.version())) {
                throw wrong(number, "goes by policy %s, the draw by %s".formatted(leaf.policy(), policy.version()));
            }
            if (!pseudonyms.add(leaf.pseudonym())) {
                throw wrong(number, "has the pseudonym of another leaf: a fan has one place");
            }
            last = leaf.sequence();
            if (sequence.isPresent() && sequence.getAsInt() == last) {
                watched = leaf;
            }
            return leaf;
        }

        private ToldToUser wrong(int number, String what) {
            return new ToldToUser("%s, line %d %s".formatted(file, number, what));
        }
    }

    private static PublishedDraw draw(JsonObject json) {
        String algorithm = json.text("algorithm");
        if (!algorithm.equals(PublishedDraw.ALGORITHM)) {
            throw new ToldToUser("%s: this was drawn by %s, and only %s is known here; a newer Onsale may know it"
                    .formatted(json.where(), algorithm, PublishedDraw.ALGORITHM));
        }
        return new PublishedDraw(
                json.text("event_id"),
                json.parsed("phase", "scheduled, pre_queue, draw_pending, line or closed", RoomPhase::of),
                TermsReader.terms(json),
                json.parsed("commitment", HEX, Hash::ofHex),
                json.optionalObject("beacon")
                        .flatMap(beacon -> beacon.optional("value", "hex digits", DrawFile::digits)),
                json.optional("roster_root", HEX, Hash::ofHex),
                json.optionalNumber("roster_size"),
                json.optional("seed", HEX, Hash::ofHex),
                json.optional("order_hash", HEX, Hash::ofHex));
    }

    private static String digits(String hex) {
        HexFormat.of().parseHex(hex);
        return hex;
    }
}
