package io.onsale.edge.routes;

import io.javalin.http.Context;
import io.onsale.edge.http.Json;
import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import java.util.Map;

/** What is told of codes, whatever they are for. */
final class CodeAnswers {

    private static final int CODE_SECONDS = 600;

    private CodeAnswers() {}

    /** The same whether or not a code was sent, and whoever is asked for. */
    static void sent(Context ctx) {
        Json.answer(ctx, 202, Map.of("code_expires_in", CODE_SECONDS));
    }

    /** The same of a wrong code and of one that is not good any more. */
    static ProblemException wrong() {
        return Problem.of(
                        401,
                        "wrong_code",
                        "This is not the code that was sent last, or it is not good any more; ask for another.")
                .withHeader("WWW-Authenticate", "Bearer")
                .toException();
    }
}
