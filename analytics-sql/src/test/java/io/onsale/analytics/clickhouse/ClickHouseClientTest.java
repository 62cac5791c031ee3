package io.onsale.analytics.clickhouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClickHouseClientTest {
    private HttpServer server;
    private ClickHouseClient client;
    private volatile String asked = "";
    private volatile String authorization = "";
    private volatile int status = 200;
    private volatile String code = "";
    private volatile String answer = "";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        client = new ClickHouseClient(
                ClickHouseSettings.of("http://127.0.0.1:" + server.getAddress().getPort(), "me", "secret"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
    }

    @Test
    void sendsParametersApartFromTheStatementAndEscaped() {
        client.query("SELECT {a:String}", Map.of("a", "tab\tand \\"), "JSONEachRow");

        assertThat(asked)
                .contains("param_a=tab\\tand \\\\")
                .contains("default_format=JSONEachRow")
                .endsWith("|SELECT {a:String}");
        assertThat(authorization).isEqualTo("Basic bWU6c2VjcmV0");
    }

    @Test
    void sendsTheFirstBytesOfARowBufferAsTheBody() {
        client.insert("INSERT INTO t FORMAT RowBinary", "rowsXXX".getBytes(UTF_8), 4);

        assertThat(asked).contains("query=INSERT INTO t FORMAT RowBinary").endsWith("|rows");
    }

    @Test
    void tellsTheCodeAndTheMessageOfARefusal() {
        status = 404;
        code = "60";
        answer = "Code: 60. DB::Exception: Unknown table\n";

        var refusal = catchThrowableOfType(ClickHouseRefusedException.class, () -> client.query("SELECT 1"));

        assertThat(refusal.code()).isEqualTo(60);
        assertThat(refusal).hasMessage("Code: 60. DB::Exception: Unknown table");
    }

    @Test
    void findsTheCodeInTheTextWhereThereIsNoHeader() {
        status = 500;
        answer = "Code: 241. DB::Exception: Memory limit exceeded";

        assertThat(catchThrowableOfType(ClickHouseRefusedException.class, () -> client.query("SELECT 1"))
                        .code())
                .isEqualTo(241);
    }

    @Test
    void takesAProxysBadGatewayForAnAbsence() {
        status = 502;
        answer = "<html>";

        assertThat(catchThrowableOfType(ClickHouseUnavailableException.class, () -> client.query("SELECT 1")))
                .isNotNull();
    }

    @Test
    void saysWhereNobodyAnswers() {
        server.stop(0);

        assertThat(catchThrowableOfType(ClickHouseUnavailableException.class, () -> client.query("SELECT 1")))
                .hasMessageContaining("does not answer at http://127.0.0.1");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), UTF_8);
            asked = query + "|" + new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            authorization = exchange.getRequestHeaders().getFirst("Authorization");
            if (!code.isEmpty()) {
                exchange.getResponseHeaders().set("X-ClickHouse-Exception-Code", code);
            }
            byte[] body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
