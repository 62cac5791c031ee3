package io.onsale.edge.reads;

import io.javalin.http.Context;
import io.onsale.edge.http.Params;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Parameters of the query that are more than text. */
final class Query {
    private static final int LONGEST = 40;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Query() {}

    static Optional<Instant> instant(Context ctx, String name) {
        return Params.optional(ctx, name, LONGEST).map(text -> {
            try {
                Instant instant = OffsetDateTime.parse(text).toInstant();
                if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                    return instant;
                }
            } catch (DateTimeException e) {
                throw invalid(name, "has to be an instant such as 2026-12-01T11:00:00Z");
            }
            throw invalid(name, "has to be from 1970 to 2200");
        });
    }

    static int number(Context ctx, String name, int min, int max, int otherwise) {
        Optional<String> text = Params.optional(ctx, name, LONGEST);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(name, "has to be a whole number");
        }
        throw invalid(name, "has to be from " + min + " to " + max);
    }

    static Optional<String> oneOf(Context ctx, String name, List<String> words) {
        Optional<String> word = Params.optional(ctx, name, LONGEST);
        if (word.isPresent() && !words.contains(word.get())) {
            throw invalid(name, "has to be " + String.join(" or ", words));
        }
        return word;
    }

    static ProblemException invalid(String name, String reason) {
        return Problem.of(400, "invalid_parameter", "The parameter '" + name + "' " + reason + ".")
                .with("field", name)
                .toException();
    }
}
