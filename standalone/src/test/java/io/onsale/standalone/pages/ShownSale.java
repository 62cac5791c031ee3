package io.onsale.standalone.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.registry.RegistrySettings;
import io.onsale.standalone.Endpoints;
import io.onsale.standalone.Keys;
import io.onsale.standalone.Standalone;
import io.onsale.standalone.StandaloneSettings;
import io.onsale.standalone.StandaloneSettings.Ports;
import io.onsale.standalone.crowd.CrowdJournal;
import io.onsale.standalone.crowd.CrowdSettings;
import io.onsale.standalone.crowd.CrowdShow;
import io.onsale.standalone.crowd.CrowdTokens;
import io.onsale.standalone.run.RoleGrant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** The whole system with one show on sale, and fans who hold its seats. */
final class ShownSale implements AutoCloseable {
    /** Of everybody who has an account. */
    static final String PASSWORD = "a long password";

    private static final int SEATS = 400;
    private static final int HOLD_SECONDS = 600;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CrowdTokens tokens = CrowdTokens.ofNewKey("fans-of-the-test");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final Standalone system;
    private final URI edge;
    private final CrowdShow show;

    ShownSale(Path folder) {
        data = folder.resolve("data");
        system = Standalone.start(
                new StandaloneSettings(data, Ports.FREE, Map.of(tokens.issuer(), tokens.publicJwk()), Optional.empty()),
                line -> {});
        edge = URI.create(system.endpoints().edge());
        try (CrowdJournal journal = CrowdJournal.open(folder.resolve("answers.jsonl"))) {
            CrowdSettings settings = CrowdSettings.of(1, SEATS, List.of(edge)).withHoldSeconds(HOLD_SECONDS);
            show = CrowdShow.open(settings, journal);
        }
    }

    /** Where the page is. */
    String url(String path) {
        return edge.resolve(path).toString();
    }

    /** The show. */
    String eventId() {
        return show.eventId();
    }

    /** An event whose line is drawn in a moment and lets nobody in until it is told to. */
    Line line() {
        return line(Duration.ofSeconds(2));
    }

    /** An event whose line is drawn after so long and lets nobody in until it is told to. */
    Line line(Duration drawnIn) {
        Person organizer = signedUp("Olive", "organizer");
        Instant now = Instant.now();
        String event = post("/api/events", organizer.token(), """
                        {"title":"The Long Line","category":"concert","region":"Busan","currency":"KRW","ticket_limit":2,
                         "on_sale_at":"%s","performances":[{"starts_at":"%s"},{"starts_at":"%s"}],
                         "waiting_room":{"opens_at":"%s","max_concurrent":10,"admit_per_second":10,"challenge":"always"},
                         "sections":[{"name":"A","mode":"seat","grade":"VIP","price":150000,"rows":{"count":3,"seats":8}}]}""".formatted(
                                now.plus(drawnIn),
                                now.plus(Duration.ofDays(30)),
                                now.plus(Duration.ofDays(31)),
                                now.minusSeconds(60)))
                .path("event_id")
                .asText();
        post("/api/events/" + event + "/publish", organizer.token(), "{}");
        Line line = new Line(event, organizer);
        pause(line, true);
        return line;
    }

    /** An event on two dates that is on sale, and whose organizer has an account of its own. */
    Own ownEvent() {
        Person organizer = signedUp("Olive", "organizer");
        Instant now = Instant.now();
        JsonNode event = post("/api/events", organizer.token(), """
                        {"title":"Small Hours","category":"concert","region":"Busan","currency":"KRW","ticket_limit":4,
                         "on_sale_at":"%s","performances":[{"starts_at":"%s","label":"first"},{"starts_at":"%s"}],
                         "concessions":[{"code":"early","label":"Early bird","percent":20,"until":"%s","quota":50}],
                         "sections":[{"name":"A","mode":"seat","grade":"R","price":50000,"rows":{"count":3,"seats":8}}]}""".formatted(
                        now.minusSeconds(1),
                        now.plus(Duration.ofDays(30)),
                        now.plus(Duration.ofDays(31)),
                        now.plus(Duration.ofDays(10))));
        String id = event.path("event_id").asText();
        post("/api/events/" + id + "/publish", organizer.token(), "{}");
        return new Own(id, event.at("/performances/0/performance_id").asText(), organizer);
    }

    /** An event on two dates, the later posted first, with seats that are special, a fee, a reduction, and a coupon of ten percent. */
    String special(String coupon) {
        String organizer = signedUp("Olive", "organizer").token();
        Instant now = Instant.now();
        String event = post("/api/events", organizer, """
                        {"title":"Seats of Every Kind","category":"concert","region":"Busan","venue":"Hall One","currency":"KRW","ticket_limit":4,
                         "fee_per_ticket":1000,"on_sale_at":"%s",
                         "performances":[{"starts_at":"%s","label":"second night"},{"starts_at":"%s","label":"first night"}],
                         "concessions":[{"code":"youth","label":"Youth","percent":30,"proof":"A card"}],
                         "sections":[{"name":"A","mode":"seat","grade":"VIP","price":150000,"rows":{"count":3,"seats":8},
                           "seat_attributes":{"wheelchair":["1-1"],"companion":["1-2"],"restricted_view":["3-8"],"aisle":["2-1"]}}]}""".formatted(
                                now.minusSeconds(1), now.plus(Duration.ofDays(31)), now.plus(Duration.ofDays(30))))
                .path("event_id")
                .asText();
        post("/api/events/" + event + "/publish", organizer, "{}");
        post("/api/events/" + event + "/coupons", organizer, """
                {"code":"%s","percent":10,"uses":5,"valid_until":"%s","combinable":true}""".formatted(coupon, now.plus(Duration.ofDays(1))));
        return event;
    }

    /** An event on sale that has no seats, of whose twenty places a new fan holds two. */
    String standing() {
        String organizer = signedUp("Olive", "organizer").token();
        Instant now = Instant.now();
        String event = post("/api/events", organizer, """
                        {"title":"On Your Feet","category":"concert","region":"Busan","currency":"KRW","ticket_limit":4,"on_sale_at":"%s",
                         "performances":[{"starts_at":"%s"}],
                         "sections":[{"name":"Floor","mode":"quantity","grade":"R","price":50000,"capacity":20}]}""".formatted(now.minusSeconds(1), now.plus(Duration.ofDays(30))))
                .path("event_id")
                .asText();
        post("/api/events/" + event + "/publish", organizer, "{}");
        String body = "{\"event_id\":\"%s\",\"section\":\"Floor\",\"quantity\":2}".formatted(event);
        post("/api/tickets/reserve", signedUp("Fay", "fan").token(), body);
        return event;
    }

    /** Lets a new fan buy two seats of an event's first date. */
    Person buyer(Own event, String first, String second) {
        Person fan = signedUp("Fay", "fan");
        String hold = post("/api/tickets/reserve", fan.token(), """
                        {"event_id":"%s","performance_id":"%s","section":"A","seat_ids":["%s","%s"]}""".formatted(
                                event.eventId(), event.performanceId(), first, second))
                .path("reservation_id")
                .asText();
        JsonNode order = post("/api/orders", fan.token(), """
                        {"reservation_id":"%s","payment":{"method":"card","token":"test-approve"}}""".formatted(hold));
        Awaitility.await()
                .until(() -> ask("GET", "/api/orders/" + order.path("order_id").asText(), fan.token(), "")
                        .path("status")
                        .asText()
                        .equals("confirmed"));
        return fan;
    }

    private Person signedUp(String name, String role) {
        String email = UUID.randomUUID() + "@example.com";
        JsonNode tokens = post("/api/auth/signup", "", """
                        {"email":"%s","password":"%s","name":"%s","role":"%s"}""".formatted(email, PASSWORD, name, role));
        return new Person(email, tokens.path("access_token").asText());
    }

    /** Somebody with an account. */
    record Person(String email, String token) {}

    /** An event, its first date, and whose it is. */
    record Own(String eventId, String performanceId, Person organizer) {}

    /** Pauses a line, or lets it go on. */
    void pause(Line line, boolean paused) {
        control(line, "{\"paused\":" + paused + "}", "paused", String.valueOf(paused));
    }

    /** Lets in those who wait in a line, and nobody join. */
    void drain(Line line) {
        control(line, "{\"state\":\"draining\"}", "state", "draining");
    }

    private void control(Line line, String wanted, String field, String value) {
        String path = "/api/queue/" + line.eventId() + "/control";
        Awaitility.await()
                .until(() -> ask("PUT", path, line.organizer().token(), wanted)
                        .path(field)
                        .asText()
                        .equals(value));
    }

    /** An event with a waiting room, and whose it is. */
    record Line(String eventId, Person organizer) {}

    /** A new fan. */
    Person fan() {
        return signedUp("Fay", "fan");
    }

    /** A new operator. */
    Person operator() {
        Person person = signedUp("Opal", "fan");
        new RoleGrant(
                        system.endpoints().kafka(),
                        RegistrySettings.of(system.endpoints().registry()),
                        Keys.of(data).process())
                .grant(person.email(), Role.OPERATOR);
        return person;
    }

    /** Opens an account, elsewhere than in the browser. */
    void signUp(String email, String password) {
        post(
                "/api/auth/signup",
                "",
                "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"Fay\"}".formatted(email, password));
    }

    /** The code that was sent last to somebody, once it was. */
    String code(String contact) {
        Endpoints.Gateway provider = system.endpoints().gateway();
        HttpRequest request = HttpRequest.newBuilder(URI.create(provider.url() + "/v1/messages?to=" + contact))
                .header("Authorization", "Bearer " + provider.login())
                .build();
        return Awaitility.await().until(() -> lastCode(answer(request)), code -> !code.isEmpty());
    }

    private static String lastCode(JsonNode answer) {
        String text = answer.at("/messages/" + (answer.path("messages").size() - 1) + "/text")
                .asText();
        Matcher code = Pattern.compile("\\d{6,8}").matcher(text);
        return code.find() ? code.group() : "";
    }

    private JsonNode post(String path, String token, String body) {
        return ask("POST", path, token, body);
    }

    private JsonNode ask(String method, String path, String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(edge.resolve(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return answer((token.isEmpty() ? request : request.header("Authorization", "Bearer " + token)).build());
    }

    private JsonNode answer(HttpRequest request) {
        try {
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lets a new fan hold a seat, through HTTP; the status of the answer. */
    int hold(String seat) {
        String body = "{\"event_id\":\"%s\",\"performance_id\":\"%s\",\"seat_ids\":[\"%s\"]}"
                .formatted(show.eventId(), show.performanceId(), seat);
        HttpRequest request = HttpRequest.newBuilder(edge.resolve("/api/tickets/reserve"))
                .header("Authorization", "Bearer " + tokens.of(UUID.randomUUID().toString()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("the edge does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        system.close();
    }
}
