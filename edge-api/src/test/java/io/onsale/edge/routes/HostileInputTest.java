package io.onsale.edge.routes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.edge.http.Answer;
import io.onsale.schemas.accounts.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Sends what no honest client would. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {

    private static final List<String> PATHS = List.of(
            "/api/auth/signup",
            "/api/auth/login",
            "/api/auth/refresh",
            "/api/auth/logout",
            "/api/auth/password/forgot",
            "/api/auth/password/reset",
            "/api/me/password",
            "/api/events",
            "/api/events/e1/publish",
            "/api/events/e1/close",
            "/api/tickets/reserve",
            "/api/telemetry");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "7",
            "-1",
            "1e308",
            "0.1",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "y".repeat(2_000) + "\"",
            "\"2026-12-01T11:00:00Z\"",
            "\"../../etc/passwd\"",
            "\"a.b.c\"",
            "\"'; drop table events; --\"",
            "[]",
            "[null]",
            "[[]]",
            "[\"x\"]",
            "[{}]",
            "{}",
            "{\"x\":{}}");

    private static final List<String> FIELDS = List.of(
            "email",
            "password",
            "current_password",
            "code",
            "name",
            "role",
            "phone",
            "refresh_token",
            "event_id",
            "performance_id",
            "section",
            "seat_ids",
            "quantity",
            "best_available",
            "session_id",
            "channel",
            "device",
            "events",
            "type",
            "at",
            "title",
            "description",
            "category",
            "region",
            "age_limit",
            "currency",
            "ticket_limit",
            "hold_seconds",
            "on_sale_at",
            "performances",
            "starts_at",
            "label",
            "sections",
            "mode",
            "grade",
            "price",
            "rows",
            "seats",
            "seat_attributes",
            "waiting_room",
            "enabled");

    private WritesHarness edge;

    @BeforeAll
    void start() {
        edge = new WritesHarness();
    }

    @AfterAll
    void stop() {
        edge.close();
    }

    @Test
    void neverFailsForAnythingThatIsAlmostARequest() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String path = PATHS.get(random.nextInt(PATHS.size()));
            String body = object(random, 3);
            assertNoFault(
                    edge.post(path, body, edge.token(role(random)), "k" + i),
                    "seed " + seed + ": " + path + " " + body);
        }
    }

    @Test
    void neverFailsForBytesThatAreNoRequestAtAll() {
        List<byte[]> bodies = new ArrayList<>(List.of(
                new byte[] {(byte) 0xff, (byte) 0xfe},
                "{\"email\":\"\u00ff\"}".getBytes(ISO_8859_1),
                "[".repeat(60_000).getBytes(UTF_8),
                "{\"a\":".repeat(9_000).getBytes(UTF_8),
                ("{\"a\":" + "9".repeat(60_000) + "}").getBytes(UTF_8),
                "{\"a\":1,\"a\":2}".getBytes(UTF_8),
                "\"text\"".getBytes(UTF_8),
                "null".getBytes(UTF_8),
                new byte[65_536],
                new byte[65_537],
                new byte[300_000]));
        for (String path : PATHS) {
            for (byte[] body : bodies) {
                Answer answer = edge.call("POST", path, body, Optional.of(edge.token(Role.FAN)), Optional.of("k"));
                assertNoFault(answer, path);
                assertThat(answer.status()).as(path).isBetween(400, 499);
            }
        }
    }

    @Test
    void takesNoTokenThatItDidNotMint() {
        String good = edge.token(Role.ORGANIZER);
        String[] parts = good.split("\\.", -1);
        List<String> tokens = List.of(
                "x",
                "a.b.c",
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + "A".repeat(86),
                "eyJhbGciOiJub25lIn0." + parts[1] + ".",
                good.substring(0, good.length() - 6) + "AAAAAA",
                good + good,
                "z".repeat(7_000));
        for (String token : tokens) {
            for (String path : List.of("/api/events", "/api/tickets/reserve", "/api/events/e1/publish")) {
                Answer answer = edge.post(path, "{}", token, "k");
                assertThat(answer.status()).as(token).isEqualTo(401);
                assertThat(answer.header("www-authenticate")).startsWith("Bearer");
            }
        }
    }

    @Test
    void neverFailsForPathsThatLeadNowhere() {
        for (String path : List.of(
                "/api/events/%2e%2e/publish",
                "/api/events/" + "x".repeat(5_000) + "/publish",
                "/api/events/%f0%9f%8e%ab/close",
                "/api/events/a%0ab/close",
                "/api/events/a%00b/close",
                "/api//events",
                "/api/events/",
                "/API/EVENTS",
                "/api/tickets/reserve/../reserve",
                "/api/tickets/reserve?event_id=1&event_id=2")) {
            assertNoFault(edge.post(path, "{}", edge.token(Role.ORGANIZER), "k"), path);
        }
        for (String id : List.of(".", "..", "e1.", ".x", "e1..x", "%2e", "a%20b.c", "x".repeat(200) + ".y", "e1.%00")) {
            assertNoFault(
                    edge.call(
                            "DELETE",
                            "/api/reservations/" + id,
                            new byte[0],
                            Optional.of(edge.token(Role.FAN)),
                            Optional.empty()),
                    id);
        }
    }

    private static void assertNoFault(Answer answer, String request) {
        assertThat(answer.status()).as(request + " -> " + answer.text()).isBetween(200, 499);
        if (answer.status() >= 400) {
            assertThat(answer.header("content-type")).as(request).isEqualTo("application/problem+json");
            assertThat(answer.text()).as(request).doesNotContain("Exception", "io.onsale", "at java");
        }
    }

    private static Role role(Random random) {
        return random.nextBoolean() ? Role.FAN : Role.ORGANIZER;
    }

    private static String object(Random random, int depth) {
        List<String> members = new ArrayList<>();
        List<String> names = new ArrayList<>(FIELDS);
        Collections.shuffle(names, random);
        for (String name : names.subList(0, random.nextInt(names.size()))) {
            members.add("\"" + name + "\":" + value(random, depth));
        }
        return "{" + String.join(",", members) + "}";
    }

    private static String value(Random random, int depth) {
        if (depth > 0 && random.nextInt(5) == 0) {
            String object = object(random, depth - 1);
            return random.nextBoolean() ? object : "[" + object + "]";
        }
        return VALUES.get(random.nextInt(VALUES.size()));
    }
}
