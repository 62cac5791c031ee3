package io.onsale.edge.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers whatever goes wrong in a route with {@code application/problem+json}. */
final class ProblemAnswers {

    static final String CONTENT_TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private ProblemAnswers() {}

    static void install(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e.problem()));
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, ofJavalin(e)));
        routes.exception(Exception.class, ProblemAnswers::answerUnexpected);
    }

    /** A problem that is known by nothing but its status. */
    static Problem ofStatus(int status, String detail) {
        String reason = HttpStatus.forStatus(status).getMessage();
        return Problem.of(status, reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_"), detail);
    }

    private static void answer(Context ctx, Problem problem) {
        problem.headers().forEach(ctx::header);
        ctx.status(problem.status()).contentType(CONTENT_TYPE).result(Json.bytes(problem.document()));
    }

    private static Problem ofJavalin(HttpResponseException refusal) {
        Map<String, String> details = refusal.getDetails();
        return switch (refusal.getStatus()) {
            case 404 -> Problem.of(404, "not_found", "There is nothing under this path.");
            case 405 ->
                Problem.of(405, "method_not_allowed", "This path doesn't know the method.")
                        .withHeader("Allow", details.getOrDefault("availableMethods", ""));
            default -> ofStatus(refusal.getStatus(), "The request can't be answered.");
        };
    }

    private static void answerUnexpected(Exception e, Context ctx) {
        if (e instanceof HttpException refusal && refusal.getCode() < 500) {
            answer(ctx, ofStatus(refusal.getCode(), "The request can't be read."));
        } else if (e instanceof IOException) {
            // The connection is gone, so nobody will read this; it only decides what the metrics count.
            answer(ctx, ofStatus(400, "The connection ended."));
        } else {
            LOG.atError().setCause(e).addKeyValue("trace", Traces.of(ctx)).log("A request failed for a reason of ours");
            answer(
                    ctx,
                    Problem.of(500, "internal", "Something is wrong on our side. It has been noted.")
                            .with("trace_id", Traces.of(ctx)));
        }
    }
}
