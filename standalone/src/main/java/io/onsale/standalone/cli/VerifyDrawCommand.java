package io.onsale.standalone.cli;

import io.onsale.standalone.draw.DrawVerification;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./onsale verify-draw}. */
@Command(
        name = "verify-draw",
        mixinStandardHelpOptions = true,
        description = {
            "Computes a published draw again, offline, and checks a fan's receipt against it.",
            "Exit status 1, with the evidence, where something is wrong. docs/draw.md says how it works."
        })
final class VerifyDrawCommand implements Callable<Integer> {

    private static final double NANOS = 1e9;

    @Parameters(index = "0", paramLabel = "FILE", description = "What GET /api/queue/EVENT/draw/roster answered.")
    private Path draw = Path.of("");

    @Option(names = "--receipt", paramLabel = "FILE", description = "A fan's receipt, to be looked up in the draw.")
    private @Nullable Path receipt;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "What GET /.well-known/jwks.json answered, to check who signed the receipt.")
    private @Nullable Path keys;

    @Override
    public Integer call() {
        long begin = System.nanoTime();
        DrawVerification verification =
                DrawVerification.of(draw, Optional.ofNullable(receipt), Optional.ofNullable(keys));
        double seconds = (System.nanoTime() - begin) / NANOS;
        System.err.printf(Locale.ROOT, "%,d places, %.1f s%n", verification.places(), seconds);
        System.out.println(verification.text());
        return verification.holds() ? 0 : 1;
    }
}
