package io.onsale.standalone.clickhouse.server;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One answer in ClickHouse's terms, successful or not. */
final class HttpAnswer implements StatementRunner.Answer {

    private static final int UNAUTHORIZED = 401;
    private static final int OK = 200;

    private final HttpExchange exchange;
    private final String timezone;
    private final long startedAt = System.nanoTime();
    private ResponseCoding coding = ResponseCoding.PLAIN;
    private @Nullable OutputStream body;
    private boolean ended;

    HttpAnswer(HttpExchange exchange, String timezone) {
        this.exchange = exchange;
        this.timezone = timezone;
    }

    void to(QueryRequest request) {
        coding = request.responseCoding();
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-ClickHouse-Query-Id", request.queryId());
        headers.set("X-ClickHouse-Server-Display-Name", "onsale");
        headers.set("X-ClickHouse-Timezone", timezone);
    }

    @Override
    public OutputStream begin(OutputFormat format, Summary summary) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-ClickHouse-Format", format.name());
        headers.set("X-ClickHouse-Summary", summary.json(System.nanoTime() - startedAt));
        headers.set("Content-Type", format.contentType());
        return open(OK);
    }

    /** Before the body has begun an error is an answer; after that all that's left is to break off, audibly. */
    void fail(EngineException error) throws IOException {
        if (body != null) {
            body.write(("\n" + error.text() + "\n").getBytes(StandardCharsets.UTF_8));
            body.flush();
            throw new IOException("broke off an answer: code " + error.code());
        }
        refuse(ErrorCode.httpStatus(error.code()), error);
    }

    /** Asks for a password, as a server does that got none. */
    void challenge(EngineException error) throws IOException {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"ClickHouse\"");
        refuse(UNAUTHORIZED, error);
    }

    private void refuse(int status, EngineException error) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("X-ClickHouse-Exception-Code", String.valueOf(error.code()));
        headers.set("Content-Type", "text/plain; charset=UTF-8");
        open(status).write((error.text() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void text(int status, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=UTF-8");
        open(status).write(text.getBytes(StandardCharsets.UTF_8));
    }

    private OutputStream open(int status) throws IOException {
        coding.contentEncoding().ifPresent(name -> exchange.getResponseHeaders().set("Content-Encoding", name));
        exchange.sendResponseHeaders(status, 0);
        OutputStream opened = coding.encode(exchange.getResponseBody());
        body = opened;
        return opened;
    }

    /** Completes the answer; one that isn't completed reaches the client as broken off. */
    void end() throws IOException {
        if (ended) {
            return;
        }
        ended = true;
        if (body != null) {
            body.close();
        }
        exchange.close();
    }
}
