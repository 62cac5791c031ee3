package io.onsale.standalone.clickhouse.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Answers requests: the way from a stranger's bytes to a statement that may run. */
final class QueryHandler implements HttpHandler {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final StatementRunner runner;
    private final String timezone;
    private final Users users;
    private final RequestGuard guard;
    private final Slots slots;

    QueryHandler(StatementRunner runner, String timezone, Users users, RequestGuard guard, Slots slots) {
        this.runner = runner;
        this.timezone = timezone;
        this.users = users;
        this.guard = guard;
        this.slots = slots;
    }

    /** An exception leaves the exchange open, whereupon the server breaks the connection off. */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        HttpAnswer answer = new HttpAnswer(exchange, timezone);
        try {
            route(exchange, answer);
        } catch (EngineException e) {
            answer.fail(e);
        } catch (RuntimeException e) {
            e.printStackTrace();
            answer.fail(EngineException.of(ErrorCode.UNKNOWN_EXCEPTION, "The server failed: " + e));
        }
        answer.end();
    }

    private void route(HttpExchange exchange, HttpAnswer answer) throws IOException, EngineException {
        String path = exchange.getRequestURI().getPath();
        boolean get = exchange.getRequestMethod().equals("GET");
        if (!guard.admits(exchange.getRequestHeaders())) {
            answer.text(FORBIDDEN, "Only this machine's own clients are answered.\n");
        } else if (!get && !exchange.getRequestMethod().equals("POST")) {
            answer.text(METHOD_NOT_ALLOWED, "GET or POST.\n");
        } else if (get && isPing(exchange, path)) {
            answer.text(200, "Ok.\n");
        } else if (!path.equals("/")) {
            answer.text(NOT_FOUND, "There is no such path.\n");
        } else {
            query(exchange, answer);
        }
    }

    private static boolean isPing(HttpExchange exchange, String path) {
        return path.equals("/ping")
                || (path.equals("/") && exchange.getRequestURI().getRawQuery() == null);
    }

    private void query(HttpExchange exchange, HttpAnswer answer) throws IOException, EngineException {
        Map<String, String> url = UrlParameters.parse(exchange.getRequestURI().getRawQuery());
        Optional<Login> login = Login.of(url, exchange.getRequestHeaders());
        if (login.isEmpty()) {
            answer.challenge(EngineException.of(ErrorCode.AUTHENTICATION_FAILED, "A user and a password are needed"));
            return;
        }
        Role identified = users.identify(login.get().user(), login.get().password())
                .orElseThrow(() -> EngineException.of(
                        ErrorCode.AUTHENTICATION_FAILED,
                        "Authentication failed: password is incorrect, or there is no user with such name"));
        // As with any ClickHouse server, a GET changes nothing, whoever sends it.
        Role role = exchange.getRequestMethod().equals("GET") ? Role.READER : identified;
        QueryRequest request = QueryRequest.of(url, exchange.getRequestHeaders(), role);
        answer.to(request);
        slots.enter(role);
        try {
            runner.run(request, role, body(exchange, request), answer);
            // Within the slot, so that a stop waits until the client has its answer.
            answer.end();
        } catch (BadBodyException e) {
            throw EngineException.of(ErrorCode.CANNOT_DECOMPRESS, String.valueOf(e.getMessage()));
        } finally {
            slots.leave(role);
        }
    }

    private static InputStream body(HttpExchange exchange, QueryRequest request) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String length = headers.getFirst("Content-Length");
        InputStream body = exchange.getRequestBody();
        InputStream whole = length == null ? body : new WholeInputStream(body, Long.parseLong(length.strip()));
        return new BodyInputStream(whole, request.requestCoding());
    }
}
