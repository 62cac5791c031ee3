package io.onsale.standalone.draw;

import io.onsale.waiting.DrawCheck;
import io.onsale.waiting.Statement;
import io.onsale.waiting.Statement.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What verifying a published draw came to.
 *
 * @param places how many leaves there are
 */
public record DrawVerification(int places, List<Statement> statements) {

    /**
     * Computes a published draw again.
     *
     * @param draw what {@code GET /api/queue/{event_id}/draw/roster} answered
     * @param receipt a fan's, to be looked up in it
     * @param keys what {@code GET /.well-known/jwks.json} answered, to check who signed the receipt
     * @throws io.onsale.standalone.ToldToUser if a file is missing or broken
     */
    public static DrawVerification of(Path draw, Optional<Path> receipt, Optional<Path> keys) {
        Optional<ReceiptFile> own = receipt.map(ReceiptFile::read);
        OptionalInt sequence =
                own.stream().mapToInt(file -> file.receipt().sequence()).findFirst();
        DrawFile published = DrawFile.read(draw, sequence);
        DrawCheck check = new DrawCheck(published.draw(), published.roster(), published.moves());
        List<Statement> statements = new ArrayList<>(check.ofDraw());
        own.ifPresent(file -> {
            statements.addAll(check.ofReceipt(file.receipt(), published.watched()));
            statements.add(ReceiptToken.check(file, keys));
        });
        return new DrawVerification(published.roster().size(), List.copyOf(statements));
    }

    /** Whether nothing is wrong. */
    public boolean holds() {
        return statements.stream().noneMatch(statement -> statement.outcome() == Outcome.WRONG);
    }

    /** A line for every thing that was looked at, and one that says it all. */
    public String text() {
        String lines = statements.stream()
                .map(statement -> "  %-6s %s%n".formatted(word(statement.outcome()), statement.text()))
                .collect(Collectors.joining());
        return lines + summary();
    }

    private String summary() {
        if (!holds()) {
            return "WRONG: this is not the draw that was promised; keep the files, they are the evidence.";
        }
        boolean open = statements.stream().anyMatch(statement -> statement.outcome() == Outcome.OPEN);
        return open ? "Nothing is wrong; what is open could not be checked from these files." : "Everything is right.";
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case RIGHT -> "ok";
            case WRONG -> "WRONG";
            case OPEN -> "open";
        };
    }
}
