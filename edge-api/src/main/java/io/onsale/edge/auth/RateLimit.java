package io.onsale.edge.auth;

import io.javalin.http.Context;
import io.onsale.edge.http.Problem;

/**
 * What is left of a limit once a call is counted, as the headers of the same name tell it.
 *
 * @param perMinute how many calls this edge lets a caller make in a minute
 * @param left how many may follow at once
 * @param wholeInSeconds when as many as there can be may follow again
 */
record RateLimit(String name, int perMinute, long left, long wholeInSeconds) {

    private static final String POLICY = "RateLimit-Policy";
    private static final String LIMIT = "RateLimit";

    /** Tells it with an answer; of several limits the last that is counted. */
    void tell(Context ctx) {
        ctx.header(POLICY, policy()).header(LIMIT, limit());
    }

    /** Tells it with a refusal. */
    Problem tell(Problem problem) {
        return problem.withHeader(POLICY, policy()).withHeader(LIMIT, limit());
    }

    private String policy() {
        return "\"" + name + "\";q=" + perMinute + ";w=60";
    }

    private String limit() {
        return "\"" + name + "\";r=" + left + ";t=" + wholeInSeconds;
    }
}
