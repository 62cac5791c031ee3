package io.onsale.standalone.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what a reader can't do however it is asked for. */
@OnSharedEngine
class AccessTest {

    private static final String READONLY = "164";
    private static final String ACCESS_DENIED = "497";
    private static final String AUTHENTICATION_FAILED = "516";

    private final HttpClickHouse clickHouse;

    AccessTest(HttpClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    @Test
    void asksForAPassword() throws Exception {
        HttpResponse<String> answer = clickHouse.send(query("SELECT 1"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(HttpClickHouse.code(answer)).isEqualTo(AUTHENTICATION_FAILED);
    }

    @Test
    void refusesAWrongPasswordAndAnotherUsersPassword() throws Exception {
        ClickHouseEngine engine = clickHouse.engine();
        Credentials wrong = new Credentials("onsale_writer", "guess");
        Credentials swapped = new Credentials("onsale_writer", engine.reader().password());
        Credentials unknown = new Credentials("default", engine.writer().password());
        for (Credentials user : new Credentials[] {wrong, swapped, unknown}) {
            HttpResponse<String> answer = clickHouse.post(user, "SELECT 1".getBytes(StandardCharsets.UTF_8), Map.of());
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(HttpClickHouse.code(answer)).isEqualTo(AUTHENTICATION_FAILED);
        }
    }

    @Test
    void acceptsThePasswordInClickHousesHeadersAndInTheUrl() throws Exception {
        Credentials reader = clickHouse.engine().reader();
        HttpRequest.Builder headers = query("SELECT 1")
                .header("X-ClickHouse-User", reader.user())
                .header("X-ClickHouse-Key", reader.password());
        assertThat(clickHouse.send(headers).body()).isEqualTo("1\n");
        HttpRequest.Builder url = clickHouse
                .request(Map.of("user", reader.user(), "password", reader.password()))
                .POST(BodyPublishers.ofString("SELECT 1"));
        assertThat(clickHouse.send(url).body()).isEqualTo("1\n");
    }

    @Test
    void refusesAForeignHostAndAnyOrigin() throws IOException {
        int port = clickHouse.engine().port();
        assertThat(statusLine("Host: evil.example")).contains(" 403 ");
        assertThat(statusLine("Host: evil.example:" + port)).contains(" 403 ");
        assertThat(statusLine("Host: 127.0.0.1:" + port + "\r\nOrigin: http://127.0.0.1:" + port))
                .contains(" 403 ");
        assertThat(statusLine("Host: 127.0.0.1:" + port)).contains(" 200 ");
        assertThat(statusLine("Host: localhost:" + port)).contains(" 200 ");
    }

    @Test
    void changesNothingByGet() throws Exception {
        Credentials writer = clickHouse.engine().writer();
        HttpRequest.Builder get = clickHouse
                .request(Map.of("query", "CREATE TABLE by_get (a UInt8) ENGINE = Memory"))
                .header("Authorization", HttpClickHouse.basic(writer))
                .GET();
        assertThat(HttpClickHouse.code(clickHouse.send(get))).isEqualTo(READONLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE mine (a UInt8) ENGINE = Memory",
                "CREATE TEMPORARY TABLE mine (a UInt8)",
                "INSERT INTO guarded VALUES (2)",
                "INSERT INTO guarded FORMAT CSV\n2",
                "ALTER TABLE guarded DELETE WHERE 1",
                "DROP TABLE guarded",
                "OPTIMIZE TABLE guarded FINAL",
                "SET readonly = 0",
                "SET max_execution_time = 0",
                "SELECT 1 SETTINGS readonly = 0",
                "SELECT 1 SETTINGS max_execution_time = 0",
                "SYSTEM SHUTDOWN",
                "KILL QUERY WHERE 1",
                "SELECT * FROM file('/etc/passwd', 'LineAsString') -- plain",
                "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
                "SELECT * FROM remote('127.0.0.1:1', 'system.one')",
                "SELECT * FROM sqlite('/tmp/x.db', 't')",
                "INSERT INTO FUNCTION file('out.csv', 'CSV', 'a UInt8') SELECT 1",
                "SELECT 1 INTO OUTFILE 'out.csv'",
                "EXPLAIN SELECT 1 INTO OUTFILE 'out.csv'",
                "/* SET */ SHOW TABLES INTO OUTFILE 'out.csv'",
            })
    void keepsAReaderReading(String sql) throws Exception {
        clickHouse.ask("CREATE TABLE IF NOT EXISTS guarded (a UInt8) ENGINE = MergeTree ORDER BY a AS SELECT 1");
        assertThat(HttpClickHouse.code(clickHouse.read(sql))).isIn(READONLY, ACCESS_DENIED);
        assertThat(clickHouse.ask("SELECT count() FROM guarded")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT file('/etc/hostname')",
                "SELECT `file`('/etc/hostname')",
                "SELECT \"file\"('/etc/hostname')",
                "SELECT `fi\\x6ce`('/etc/hostname')",
                "SELECT file /* here */ ('/etc/hostname')",
                "SELECT ‘'’, file('/etc/hostname'), ‘'’",
                "SELECT arrayMap(file, ['/etc/hostname'])",
                "SELECT arrayMap({f:Identifier}, ['/etc/hostname'])",
                "SELECT * APPLY(file) FROM (SELECT '/etc/hostname')",
                "SELECT * APPLY(x -> file(x)) FROM (SELECT '/etc/hostname')",
                "DESCRIBE (SELECT file('/etc/hostname'))",
                "EXPLAIN SELECT file('/etc/hostname')",
            })
    void keepsAReaderFromTheServersFilesHoweverFileIsSpelled(String sql) throws Exception {
        HttpResponse<String> answer = clickHouse.read(sql, Map.of("param_f", "file"));
        assertThat(HttpClickHouse.code(answer)).isEqualTo(ACCESS_DENIED);
    }

    @Test
    void leavesTheWordFileInTextsAlone() throws Exception {
        assertThat(clickHouse.read("SELECT 'file', $$file()$$ -- file").body()).isEqualTo("file\tfile()\n");
    }

    @Test
    void letsAReaderOutOfTheWayOfEverybodyElse() throws Exception {
        HttpResponse<String> answer =
                clickHouse.read("SELECT count() FROM numbers(1000000000000)", Map.of("max_execution_time", "0.3"));
        assertThat(HttpClickHouse.code(answer)).isEqualTo("159");
        assertThat(HttpClickHouse.code(clickHouse.read("SELECT 1", Map.of("max_execution_time", "0"))))
                .isEqualTo("452");
    }

    @ParameterizedTest
    @ValueSource(strings = {"readonly", "allow_introspection_functions", "no_such_setting", "role"})
    void refusesSettingsThatAreNotOnTheList(String setting) throws Exception {
        HttpResponse<String> answer = clickHouse.write("SELECT 1", Map.of(setting, "0"));
        assertThat(HttpClickHouse.code(answer)).isEqualTo("115");
        assertThat(answer.body()).contains(setting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1; SELECT 2",
                "CREATE TABLE two (a UInt8) ENGINE = Memory; nonsense",
                "SELECT 1; -- and\n DROP TABLE guarded",
                "INSERT INTO guarded VALUES (1); SELECT 2",
                "",
            })
    void refusesAllButOneStatement(String sql) throws Exception {
        assertThat(HttpClickHouse.code(clickHouse.write(sql, Map.of()))).isEqualTo("62");
        assertThat(clickHouse.ask("EXISTS TABLE two")).isEqualTo("0");
    }

    @Test
    void takesOneStatementWithASemicolon() throws Exception {
        assertThat(clickHouse.ask("SELECT ';' ; -- the end")).isEqualTo(";");
    }

    private HttpRequest.Builder query(String sql) {
        return clickHouse.request(Map.of()).POST(BodyPublishers.ofString(sql));
    }

    /** The JDK's client does not send another host's name, so this one is written by hand. */
    private String statusLine(String headers) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), clickHouse.engine().port())) {
            String request = "GET /ping HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.lines().findFirst().orElse("");
        }
    }
}
