package io.onsale.edge.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.http.WebServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final Pattern LINK =
            Pattern.compile("(?:src|href)=\"(/[^\"]*)\"|from '(\\.[^']+)'|new Worker\\('(/[^']+)'");
    private static final List<String> NOT_OURS = List.of("/metrics", "/readyz");

    private final WebServer server = new WebServer("127.0.0.1", 0, List.of(new Pages(event -> !event.equals("nope"))));
    private final HttpClient client = HttpClient.newHttpClient();
    private URI base = URI.create("http://127.0.0.1");

    @BeforeAll
    void start() {
        base = URI.create("http://127.0.0.1:" + server.start());
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void servesEachFileOfTheFolderByItsType() throws Exception {
        for (String file : files()) {
            HttpResponse<byte[]> answer = get(path(file));
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(header(answer, "Content-Type")).as(file).startsWith(type(file));
            assertThat(header(answer, "X-Content-Type-Options")).as(file).isEqualTo("nosniff");
        }
    }

    @Test
    void linksOnlyToWhatIsThere() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (String file : files()) {
            Matcher links = LINK.matcher(new String(get(path(file)).body(), UTF_8));
            while (links.find()) {
                String link = links.group(2) != null
                        ? URI.create("/pages/" + file).resolve(links.group(2)).toString()
                        : Stream.of(links.group(1), links.group(3))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElseThrow();
                if (!NOT_OURS.contains(link)) {
                    softly.assertThat(get(link).statusCode())
                            .as(file + " links to " + link)
                            .isEqualTo(200);
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void allowsNothingButTheEdgesOwnFiles() throws Exception {
        assertThat(header(get("/"), "Content-Security-Policy"))
                .contains("default-src 'self'", "img-src 'self' data: https:;", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        for (String file : files()) {
            assertThat(new String(Asset.read("/pages/" + file), UTF_8))
                    .as(file)
                    .doesNotContainPattern(
                            "<style|style=\"|<script>|\\son[a-z]+=\"|https?://(?!www\\.w3\\.org/2000/svg)");
        }
    }

    @Test
    void putsPagesTogetherFromTheirPartsAndAnnouncesWhatTheyLoad() throws Exception {
        String page = new String(get("/events/event-1/seats").body(), UTF_8);

        assertThat(page)
                .doesNotContain("<!-- part")
                .contains(
                        "<nav aria-label=\"Site\">",
                        "<script type=\"module\" src=\"/pages/shop/seats.js\">",
                        "<link rel=\"modulepreload\" href=\"/pages/shop/picker.js\">",
                        "<link rel=\"modulepreload\" href=\"/pages/layout.js\">");
    }

    @Test
    void showsNothingThatSomebodyWroteButAsText() {
        for (String file : scripts()) {
            assertThat(new String(Asset.read("/pages/" + file), UTF_8))
                    .as(file)
                    .doesNotContainPattern(
                            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function");
        }
    }

    @Test
    void sparesClientsWhatTheyHave() throws Exception {
        HttpResponse<byte[]> first = get("/pages/app.js");
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");

        HttpResponse<byte[]> again = get("/pages/app.js", "If-None-Match", header(first, "ETag"));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void packsFilesForThoseWhoTakeThemSo() throws Exception {
        HttpResponse<byte[]> packed = get("/docs/swagger-ui-bundle.js", "Accept-Encoding", "gzip");
        assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(packed, "Vary")).contains("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(get("/docs/swagger-ui-bundle.js").body());
    }

    @Test
    void tellsABrowserThatNothingIsThereAndAProgramInJson() throws Exception {
        HttpResponse<byte[]> browser = get("/nowhere", "Accept", "text/html,*/*");
        assertThat(browser.statusCode()).isEqualTo(404);
        assertThat(header(browser, "Content-Type")).startsWith("text/html");
        assertThat(new String(browser.body(), UTF_8)).contains("Nothing is under this address");
        for (HttpResponse<byte[]> other : List.of(get("/nowhere"), get("/api/nowhere", "Accept", "text/html"))) {
            assertThat(other.statusCode()).isEqualTo(404);
            assertThat(header(other, "Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void thePageOfAnEventThatIsNotThereSaysSoByItsStatusToo() throws Exception {
        HttpResponse<byte[]> unknown = get("/events/nope", "Accept", "text/html");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo(get("/events/event-1").body());
        assertThat(header(unknown, "Content-Type")).startsWith("text/html");
        assertThat(get("/events/nope/seats").statusCode()).isEqualTo(404);
        assertThat(get("/events").statusCode()).isEqualTo(200);
    }

    @Test
    void servesNothingFromElsewhere() throws Exception {
        for (String path : List.of(
                "/pages/..%2fopenapi%2fbase.json",
                "/pages/%2e%2e/openapi/base.json",
                "/pages/../openapi/base.json",
                "/pages//app.js",
                "/pages/index.html",
                "/docs/..%5c..%5clogback.xml",
                "/META-INF/MANIFEST.MF")) {
            assertThat(get(path).statusCode()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void answersAHeadRequestWithoutABody() throws Exception {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(base.resolve("/")).HEAD().build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    private static List<String> scripts() {
        return new String(Asset.read("/pages/files.txt"), UTF_8)
                .lines()
                .filter(file -> file.endsWith(".js"))
                .toList();
    }

    private static List<String> files() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Pages.class.getResource("/pages/index.html").toURI().resolve("."));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> !file.startsWith("parts/") && !file.equals("files.txt"))
                    .sorted()
                    .toList();
        }
    }

    private static String path(String file) {
        return switch (file) {
            case "index.html", "not-found.html" -> "/";
            case "docs.html" -> "/docs";
            case "favicon.svg" -> "/favicon.svg";
            case "shop/events.html" -> "/events";
            case "shop/event.html" -> "/events/event-1";
            case "shop/line.html" -> "/events/event-1/line";
            case "shop/seats.html" -> "/events/event-1/seats";
            case "shop/checkout.html" -> "/checkout/event-1.hold-1";
            case "shop/order.html" -> "/orders/event-1.order-1";
            case "account/login.html" -> "/login";
            case "account/me.html" -> "/me";
            case "account/bookings.html" -> "/bookings";
            case "organizer/events.html" -> "/organizer";
            case "organizer/new.html" -> "/organizer/new";
            case "organizer/event.html" -> "/organizer/events/event-1";
            case "organizer/edit.html" -> "/organizer/events/event-1/edit";
            default -> "/pages/" + file;
        };
    }

    private static String type(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "html" -> "text/html";
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "svg" -> "image/svg+xml";
            default -> throw new AssertionError("no type for " + file);
        };
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
