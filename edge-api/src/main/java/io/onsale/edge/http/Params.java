package io.onsale.edge.http;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client says outside the body: parameters of the query and of the path, and headers. */
public final class Params {

    private static final int MAX_ID_LENGTH = 128;
    private static final int MAX_KEY_LENGTH = 128;

    /** What the server puts in the place of bytes that are not UTF-8. */
    private static final char UNDECODABLE = '\uFFFD';

    private Params() {}

    /** A parameter of the query that has to be there. */
    public static String required(Context ctx, String name, int maxLength) {
        return optional(ctx, name, maxLength)
                .orElseThrow(() -> Problem.of(400, "missing_parameter", "The parameter '" + name + "' is missing.")
                        .with("field", name)
                        .toException());
    }

    /** A parameter of the query; an empty one counts as missing. */
    public static Optional<String> optional(Context ctx, String name, int maxLength) {
        @Nullable String value = ctx.queryParam(name);
        if (value == null || value.isEmpty()) {
            return Optional.empty();
        }
        if (value.indexOf(UNDECODABLE) >= 0) {
            throw Texts.invalid(name, "has to be UTF-8");
        }
        return Optional.of(Texts.line(name, value, 1, maxLength));
    }

    /** An id in the path. One that no id can look like is simply not found by whoever looks for it. */
    public static String id(Context ctx, String name) {
        String value = ctx.pathParam(name);
        return value.length() <= MAX_ID_LENGTH ? Texts.line(name, value, 1, MAX_ID_LENGTH) : "";
    }

    /** The idempotency key that a creating call needs. */
    public static String idempotencyKey(Context ctx) {
        return optionalIdempotencyKey(ctx)
                .orElseThrow(
                        () -> Problem.of(400, "idempotency_key_required", "This call needs the header Idempotency-Key.")
                                .with("field", "Idempotency-Key")
                                .toException());
    }

    /** The idempotency key of a call that can do without. */
    public static Optional<String> optionalIdempotencyKey(Context ctx) {
        @Nullable String key = ctx.req().getHeader("Idempotency-Key");
        if (key == null) {
            return Optional.empty();
        }
        if (key.isEmpty() || key.length() > MAX_KEY_LENGTH || !key.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw Problem.of(
                            400,
                            "invalid_idempotency_key",
                            "An Idempotency-Key is 1 to 128 printable ASCII characters.")
                    .with("field", "Idempotency-Key")
                    .toException();
        }
        return Optional.of(key);
    }
}
