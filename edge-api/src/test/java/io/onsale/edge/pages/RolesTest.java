package io.onsale.edge.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.onsale.schemas.accounts.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may call what: {@link #TABLE} is the truth, and every route is called by everybody to see that it holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOCUMENT = Path.of("..", "docs", "roles.md");
    private static final String PLACE = "whoever has the place's queue token";
    private static final String PAGE = "a page without data, which it asks the API for";
    private static final Set<String> NOT_LET_IN = Set.of("unauthenticated", "invalid_token", "forbidden");

    private static final EnumSet<Role> BUYERS = EnumSet.allOf(Role.class);
    private static final EnumSet<Role> ACCOUNTS = EnumSet.complementOf(EnumSet.of(Role.GUEST));
    private static final EnumSet<Role> ORGANIZER = EnumSet.of(Role.ORGANIZER);
    private static final EnumSet<Role> OPERATOR = EnumSet.of(Role.OPERATOR);
    private static final EnumSet<Role> RUNNING = EnumSet.of(Role.ORGANIZER, Role.OPERATOR);
    private static final EnumSet<Role> NOBODY = EnumSet.noneOf(Role.class);
    private static final EnumSet<Role> INTERESTED = EnumSet.of(Role.ORGANIZER, Role.ANALYST, Role.OPERATOR);

    /**
     * One route.
     *
     * @param anonymous whether it is for callers without a token too
     * @param whose what is decided besides by whose the thing is
     */
    private record Line(String route, boolean anonymous, EnumSet<Role> roles, String whose) {}

    private static final List<Line> TABLE = List.of(
            new Line("GET /", true, BUYERS, ""),
            new Line("GET /.well-known/jwks.json", true, BUYERS, ""),
            new Line("POST /api/accounts/{account_id}/role", false, OPERATOR, ""),
            new Line("GET /api/analytics/funnel", false, INTERESTED, "an organizer's: of own events"),
            new Line("POST /api/auth/guest", true, BUYERS, ""),
            new Line("POST /api/auth/login", true, BUYERS, ""),
            new Line("POST /api/auth/logout", true, BUYERS, "the session of the refresh token"),
            new Line("POST /api/auth/password/forgot", true, BUYERS, ""),
            new Line("POST /api/auth/password/reset", true, BUYERS, "whoever has the code that was sent"),
            new Line("POST /api/auth/refresh", true, BUYERS, "the session of the refresh token"),
            new Line("POST /api/auth/signup", true, BUYERS, ""),
            new Line("GET /api/bookings/lookup", true, BUYERS, "whoever has number and contact"),
            new Line("GET /api/events", true, BUYERS, ""),
            new Line("POST /api/events", false, ORGANIZER, ""),
            new Line("GET /api/events/{event_id}", true, BUYERS, "drafts: their organizer's"),
            new Line("PATCH /api/events/{event_id}", false, ORGANIZER, "own events"),
            new Line("POST /api/events/{event_id}/close", false, RUNNING, "an organizer's: own events"),
            new Line("POST /api/events/{event_id}/coupons", false, ORGANIZER, "own events"),
            new Line("GET /api/events/{event_id}/coupons", false, RUNNING, "an organizer's: own events"),
            new Line("DELETE /api/events/{event_id}/coupons/{code}", false, RUNNING, "an organizer's: own events"),
            new Line("GET /api/events/{event_id}/live", true, BUYERS, "drafts: their organizer's"),
            new Line(
                    "POST /api/events/{event_id}/performances/{performance_id}/cancel",
                    false,
                    RUNNING,
                    "an organizer's: own events"),
            new Line(
                    "POST /api/events/{event_id}/performances/{performance_id}/move",
                    false,
                    RUNNING,
                    "an organizer's: own events"),
            new Line("POST /api/events/{event_id}/publish", false, ORGANIZER, "own events"),
            new Line("GET /api/events/{event_id}/seats", true, BUYERS, "drafts: their organizer's"),
            new Line("GET /api/events/{event_id}/seats/stream", true, BUYERS, "drafts: their organizer's"),
            new Line("GET /api/me", false, ACCOUNTS, "oneself"),
            new Line("PATCH /api/me", false, ACCOUNTS, "oneself"),
            new Line("DELETE /api/me", false, BUYERS, "oneself; an account with its password"),
            new Line("GET /api/me/export", false, ACCOUNTS, "oneself"),
            new Line("POST /api/me/password", false, ACCOUNTS, "oneself, with the password"),
            new Line("POST /api/me/verification", false, ACCOUNTS, "oneself"),
            new Line("GET /api/me/orders", false, BUYERS, "own orders"),
            new Line("GET /api/me/tickets", false, ACCOUNTS, "own tickets"),
            new Line("POST /api/orders", false, BUYERS, "own reservations"),
            new Line("POST /api/orders/preview", false, BUYERS, "own reservations"),
            new Line("GET /api/orders/{order_id}", false, BUYERS, "own orders"),
            new Line("POST /api/orders/{order_id}/cancel", false, BUYERS, "own orders"),
            new Line("POST /api/orders/{order_id}/verify", false, BUYERS, "own orders"),
            new Line("GET /api/organizer/events", false, ORGANIZER, "own events"),
            new Line("GET /api/organizer/events/{event_id}/report", false, RUNNING, "an organizer's: own events"),
            new Line("GET /api/payments/methods", true, BUYERS, ""),
            new Line("POST /api/payments/webhook", true, BUYERS, "whoever signs as the gateway"),
            new Line("GET /api/pricing/calculate", true, BUYERS, "drafts: their organizer's"),
            new Line("POST /api/queue/join", false, BUYERS, "oneself"),
            new Line("POST /api/queue/leave", false, NOBODY, PLACE),
            new Line("GET /api/queue/receipt", false, NOBODY, PLACE),
            new Line("GET /api/queue/status", false, BUYERS, "oneself, or " + PLACE),
            new Line("GET /api/queue/stream", false, NOBODY, PLACE),
            new Line("POST /api/queue/{event_id}/beacon", false, RUNNING, "an organizer's: own events"),
            new Line("GET /api/queue/{event_id}/control", false, RUNNING, "an organizer's: own events"),
            new Line("PUT /api/queue/{event_id}/control", false, RUNNING, "an organizer's: own events"),
            new Line("GET /api/queue/{event_id}/draw", true, BUYERS, ""),
            new Line("GET /api/queue/{event_id}/draw/roster", true, BUYERS, ""),
            new Line("PUT /api/queue/{event_id}/fans/{user_id}", false, RUNNING, "an organizer's: own events"),
            new Line("DELETE /api/reservations/{reservation_id}", false, BUYERS, "own reservations"),
            new Line("POST /api/reservations/{reservation_id}/extend", false, BUYERS, "own reservations"),
            new Line("GET /api/showcase", true, BUYERS, ""),
            new Line("GET /api/showcase/funnel", true, BUYERS, ""),
            new Line("POST /api/telemetry", true, BUYERS, ""),
            new Line("POST /api/tickets/reserve", false, BUYERS, ""),
            new Line("GET /api/tickets/status", false, BUYERS, "own reservations"),
            new Line("GET /api/time", true, BUYERS, ""),
            new Line("GET /bookings", true, BUYERS, ""),
            new Line("GET /checkout/{reservation_id}", true, BUYERS, PAGE),
            new Line("GET /docs", true, BUYERS, ""),
            new Line("GET /events", true, BUYERS, ""),
            new Line("GET /events/{event_id}", true, BUYERS, ""),
            new Line("GET /events/{event_id}/line", true, BUYERS, ""),
            new Line("GET /events/{event_id}/seats", true, BUYERS, ""),
            new Line("GET /livez", true, BUYERS, ""),
            new Line("GET /login", true, BUYERS, ""),
            new Line("GET /me", true, BUYERS, PAGE),
            new Line("GET /metrics", true, BUYERS, ""),
            new Line("GET /openapi.json", true, BUYERS, ""),
            new Line("GET /orders/{order_id}", true, BUYERS, PAGE),
            new Line("GET /organizer", true, BUYERS, PAGE),
            new Line("GET /organizer/events/{event_id}", true, BUYERS, PAGE),
            new Line("GET /organizer/events/{event_id}/edit", true, BUYERS, PAGE),
            new Line("GET /organizer/new", true, BUYERS, PAGE),
            new Line("GET /readyz", true, BUYERS, ""));

    private final AllRoutes edge = new AllRoutes();
    private final JsonNode document = OpenApi.document();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    void stop() {
        client.close();
        edge.close();
    }

    @Test
    void everyRouteHasALine() {
        assertThat(TABLE.stream().map(Line::route))
                .containsExactlyInAnyOrderElementsOf(edge.names().stream()
                        .filter(route -> !isFile(route))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyRouteLetsInWhomTheTableSaysAndNobodyElse() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Line line : TABLE) {
            softly.assertThat(letsIn(line, Optional.empty()))
                    .as(line.route() + " without a token")
                    .isEqualTo(line.anonymous());
            for (Role role : Role.values()) {
                softly.assertThat(letsIn(line, Optional.of(role)))
                        .as(line.route() + " as " + role)
                        .isEqualTo(line.anonymous() || line.roles().contains(role));
            }
        }
        softly.assertAll();
    }

    @Test
    void theTableIsDocumented() throws Exception {
        if (System.getProperty("roles.write") != null) {
            Files.writeString(DOCUMENT, markdown());
        }
        assertThat(DOCUMENT)
                .as("write it with mvn -pl edge-api -am test -Dtest=RolesTest -Droles.write=yes")
                .hasContent(markdown());
    }

    private boolean letsIn(Line line, Optional<Role> role) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                client.send(request(line.route(), role), HttpResponse.BodyHandlers.ofInputStream());
        // Closing ends the streams among them, which nobody wants to follow here.
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 401 && answer.statusCode() != 403) {
                return true;
            }
            return !NOT_LET_IN.contains(JSON.readTree(body).path("code").asText());
        }
    }

    private HttpRequest request(String route, Optional<Role> role) {
        String[] parts = route.split(" ", 2);
        JsonNode example = document.path("paths")
                .path(parts[1])
                .path(parts[0].toLowerCase(Locale.ROOT))
                .at("/requestBody/content/application~1json/example");
        String path = parts[1].replace("{event_id}", "event-1").replaceAll("\\{[a-z_]+}", "event-1.one");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-1")
                .method(
                        parts[0],
                        example.isMissingNode()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(example.toString()));
        role.ifPresent(it -> request.header("Authorization", "Bearer " + edge.token(it)));
        return request.build();
    }

    private static String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("# Who may call what");
        lines.add("");
        lines.add(
                "Kept by a test that calls every route without a token and in every role. *Whose* is what the answer depends on besides:");
        lines.add("of other people's things a caller learns no more than that there is no such thing.");
        lines.add("");
        lines.add(
                "| call | without a token | " + names(EnumSet.allOf(Role.class)).replace(", ", " | ") + " | whose |");
        lines.add("| --- |" + " --- |".repeat(Role.values().length + 2));
        for (Line line : TABLE) {
            StringBuilder row = new StringBuilder("| `" + line.route() + "` | " + tick(line.anonymous()));
            for (Role role : Role.values()) {
                row.append(" | ").append(tick(line.anonymous() || line.roles().contains(role)));
            }
            lines.add(row.append(" | ").append(line.whose()).append(" |").toString());
        }
        return String.join("\n", lines) + "\n";
    }

    private static String tick(boolean may) {
        return may ? "yes" : "–";
    }

    private static String names(Set<Role> roles) {
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    private static boolean isFile(String route) {
        return route.startsWith("GET /pages/") || route.startsWith("GET /docs/") || route.equals("GET /favicon.svg");
    }
}
