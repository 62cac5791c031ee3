package io.onsale.standalone.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.junit.jupiter.api.Test;

/** ClickHouse's HTTP interface as any client of it knows it. */
@OnSharedEngine
class HttpInterfaceTest {

    private final HttpClickHouse clickHouse;

    HttpInterfaceTest(HttpClickHouse clickHouse) {
        this.clickHouse = clickHouse;
    }

    @Test
    void answersInTheFormatOfTheStatementOrElseOfTheRequest() throws Exception {
        assertThat(clickHouse.ask("SELECT 1 AS a, 'x' AS b FORMAT JSONEachRow")).isEqualTo("{\"a\":1,\"b\":\"x\"}");
        HttpResponse<String> csv = clickHouse.read("SELECT 1, 'x'", Map.of("default_format", "CSVWithNames"));
        assertThat(csv.body()).isEqualTo("\"1\",\"'x'\"\n1,\"x\"\n");
        assertThat(csv.headers().firstValue("X-ClickHouse-Format")).contains("CSVWithNames");
        assertThat(csv.headers().firstValue("X-ClickHouse-Summary").orElse("")).contains("\"read_rows\":\"1\"");
    }

    @Test
    void bindsParameters() throws Exception {
        Map<String, String> parameters = Map.of("param_name", "it's", "param_number", "41");
        assertThat(clickHouse
                        .read("SELECT {name:String}, {number:UInt8} + 1", parameters)
                        .body())
                .isEqualTo("it\\'s\t42\n");
    }

    @Test
    void takesTheDataOfAnInsertFromBodyOrUrlWhereverItsFormatClauseStands() throws Exception {
        clickHouse.ask("CREATE TABLE places (`FORMAT` UInt64, note String) ENGINE = MergeTree ORDER BY `FORMAT`");
        insert("INSERT INTO places FORMAT CSV\n1,\"FORMAT TSV\"");
        insert("/* FORMAT JSON */ insert into places (`FORMAT`, note) -- FORMAT X\n format TSV\n2\tSELECT 'a'\n");
        insert(
                "INSERT INTO default.places SETTINGS insert_deduplicate = 0 FORMAT JSONEachRow {\"FORMAT\":3,\"note\":\";\"}");
        insert("INSERT INTO places FORMAT CSV SETTINGS insert_deduplicate = 0\n4,x");
        insert("INSERT INTO places VALUES (5, 'FORMAT CSV')");
        insert("INSERT INTO places SELECT 6, 'FORMAT CSV'");
        clickHouse.write("7,seven\n", Map.of("query", "INSERT INTO places FORMAT CSV"));
        clickHouse.write("(8, 'eight')", Map.of("query", "INSERT INTO places VALUES"));
        assertThat(clickHouse.ask(
                        "SELECT groupArray(`FORMAT`), sum(length(note)) FROM (SELECT * FROM places ORDER BY 1)"))
                .isEqualTo("[1,2,3,4,5,6,7,8]\t" + (10 + 10 + 1 + 1 + 10 + 10 + 5 + 5));
    }

    @Test
    void tellsHowManyRowsWereWritten() throws Exception {
        clickHouse.ask("CREATE TABLE counted (a UInt64) ENGINE = MergeTree ORDER BY a");
        HttpResponse<String> answer = clickHouse.write("INSERT INTO counted FORMAT CSV\n1\n2\n3\n", Map.of());
        assertThat(answer.headers().firstValue("X-ClickHouse-Summary").orElse(""))
                .contains("\"written_rows\":\"3\"");
    }

    @Test
    void writesNothingOfAnInsertThatIsBroken() throws Exception {
        clickHouse.ask("CREATE TABLE broken (a UInt64) ENGINE = MergeTree ORDER BY a");
        HttpResponse<String> answer = clickHouse.write("INSERT INTO broken FORMAT CSV\n1\nnot a number\n", Map.of());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(HttpClickHouse.code(answer)).isEqualTo("117");
        assertThat(clickHouse.ask("SELECT count() FROM broken")).isEqualTo("0");
    }

    @Test
    void readsCompressedBodies() throws Exception {
        clickHouse.ask("CREATE TABLE encoded (a UInt64) ENGINE = MergeTree ORDER BY a");
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write("INSERT INTO encoded FORMAT CSV\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream lz4 = new ByteArrayOutputStream();
        try (LZ4FrameOutputStream out = new LZ4FrameOutputStream(lz4)) {
            out.write("INSERT INTO encoded FORMAT CSV\n2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(encoded("gzip", gzip.toByteArray()).statusCode()).isEqualTo(200);
        assertThat(encoded("lz4", lz4.toByteArray()).statusCode()).isEqualTo(200);
        assertThat(clickHouse.ask("SELECT sum(a) FROM encoded")).isEqualTo("3");
        assertThat(HttpClickHouse.code(encoded("br", new byte[] {1}))).isEqualTo("89");
        assertThat(HttpClickHouse.code(encoded("gzip", new byte[] {1, 2, 3}))).isEqualTo("271");
    }

    @Test
    void streamsAHugeResultWithOneHeader() throws Exception {
        HttpResponse<InputStream> answer = clickHouse.stream(
                clickHouse.engine().reader(),
                "SELECT number, randomString(100) FROM numbers(2000000)",
                Map.of("default_format", "RowBinaryWithNames"));
        try (InputStream rows = answer.body()) {
            long bytes = rows.transferTo(OutputStream.nullOutputStream());
            long header = 1L + 1 + "number".length() + 1 + "randomString(100)".length();
            assertThat(bytes).isEqualTo(header + 2_000_000L * (8 + 1 + 100));
        }
    }

    @Test
    void formatsWholeWhatCannotBePutTogetherFromPieces() throws Exception {
        String json = clickHouse
                .read("SELECT number FROM numbers(200000) FORMAT JSONCompact")
                .body();
        assertThat(json).containsOnlyOnce("\"meta\"").contains("\"rows\": 200000");
    }

    @Test
    void breaksOffAnAnswerThatFailsOnTheWay() throws Exception {
        HttpResponse<InputStream> answer = clickHouse.stream(
                clickHouse.engine().reader(), "SELECT throwIf(number = 5000000) FROM numbers(10000000)", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (InputStream rows = answer.body()) {
            assertThatThrownBy(() -> rows.transferTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class);
        }
        assertThat(clickHouse.ask("SELECT 1")).isEqualTo("1");
    }

    @Test
    void keepsARequestsSettingsDatabaseAndUseToThatRequest() throws Exception {
        clickHouse.ask("CREATE DATABASE elsewhere");
        assertThat(clickHouse
                        .write("SELECT currentDatabase()", Map.of("database", "elsewhere"))
                        .body())
                .isEqualTo("elsewhere\n");
        assertThat(clickHouse
                        .write("SELECT getSetting('max_threads')", Map.of("max_threads", "3"))
                        .body())
                .isEqualTo("3\n");
        clickHouse.ask("USE elsewhere");
        clickHouse.ask("SET max_threads = 5");
        assertThat(clickHouse.ask("SELECT currentDatabase(), getSetting('max_threads') NOT IN (3, 5)"))
                .isEqualTo("default\t1");
    }

    @Test
    void reportsASyntaxErrorAsTheEngineDoes() throws Exception {
        HttpResponse<String> answer = clickHouse.read("SELEKT 1");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(HttpClickHouse.code(answer)).isEqualTo("62");
        assertThat(answer.body()).contains("Syntax error").contains("SELEKT").doesNotContain("formatQuery");
    }

    @Test
    void acceptsAPingFromAnyone() throws Exception {
        HttpResponse<InputStream> ping;
        try (HttpClient http = HttpClient.newHttpClient()) {
            ping = http.send(
                    HttpRequest.newBuilder(URI.create(clickHouse.engine().url() + "/ping"))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(ping.body())
                    .hasSameContentAs(new ByteArrayInputStream("Ok.\n".getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(ping.statusCode()).isEqualTo(200);
    }

    private void insert(String statement) throws IOException, InterruptedException {
        assertThat(clickHouse.ask(statement)).isEmpty();
    }

    private HttpResponse<String> encoded(String encoding, byte[] body) throws IOException, InterruptedException {
        return clickHouse.send(clickHouse
                .request(Map.of())
                .header(
                        "Authorization",
                        HttpClickHouse.basic(clickHouse.engine().writer()))
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
