package io.onsale.edge.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers requests that never reach a route, because they are not even HTTP, as every other problem. */
final class ServerProblems extends ErrorHandler {

    private static final String DETAIL = "The request can't be read.";

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        Problem problem = ProblemAnswers.ofStatus(code, DETAIL);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemAnswers.CONTENT_TYPE);
        if (!request.getConnectionMetaData().isPersistent()) {
            // Jetty says so by itself only to those whose request it could read.
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
        response.write(true, ByteBuffer.wrap(Json.bytes(problem.document())), callback);
    }
}
