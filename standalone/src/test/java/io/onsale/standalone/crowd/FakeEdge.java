package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** Plays an edge with one show whose seats are held, released and expire, all in memory. */
final class FakeEdge implements AutoCloseable {

    /** A crowd connects within a moment, and none of it is to be turned away. */
    private static final int KNOCKING = 1_024;

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    private record Answer(int status, JsonNode body) {}

    private record Hold(List<String> seats, Instant expires) {}

    /** The next so many requests to reserve are decided, but their answers never sent. */
    final AtomicInteger lost = new AtomicInteger();

    /** What reached it: method and path without its query. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    private final Server server = new Server();
    private final ServerConnector door = new ServerConnector(server);
    private final Map<String, Answer> byKey = new HashMap<>();
    private final Map<String, Hold> holds = new HashMap<>();
    private final Map<String, ObjectNode> orders = new HashMap<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private JsonNode event = NOTHING;

    FakeEdge() {
        door.setHost("127.0.0.1");
        door.setAcceptQueueSize(KNOCKING);
        server.addConnector(door);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws IOException {
                return serve(request, response, callback);
            }
        });
        LifeCycle.start(server);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    synchronized int holdsOpen() {
        return holds.size();
    }

    private boolean serve(Request asked, Response response, Callback callback) throws IOException {
        JsonNode body = new JsonMapper().readTree(Content.Source.asInputStream(asked));
        String request = asked.getMethod() + " " + Request.getPathInContext(asked);
        requests.add(request);
        String key = asked.getHeaders().get("Idempotency-Key");
        String query = asked.getHttpURI().getQuery();
        Answer answer = key == null ? answer(request, query, body) : once(key, request, query, body);
        if (request.equals("POST /api/tickets/reserve") && lost.getAndDecrement() > 0) {
            asked.getConnectionMetaData().getConnection().getEndPoint().close();
            callback.succeeded();
            return true;
        }
        response.setStatus(answer.status());
        boolean silent = answer.status() == 204;
        response.write(
                true,
                silent ? null : ByteBuffer.wrap(answer.body().toString().getBytes(StandardCharsets.UTF_8)),
                callback);
        return true;
    }

    private synchronized Answer once(String key, String request, String query, JsonNode body) {
        return byKey.computeIfAbsent(key, unseen -> answer(request, query, body));
    }

    private synchronized Answer answer(String request, String query, JsonNode body) {
        expire();
        if (request.startsWith("DELETE /api/reservations/")) {
            return release(request.substring(request.lastIndexOf('/') + 1));
        }
        if (request.startsWith("POST /api/orders/") || request.startsWith("GET /api/orders/")) {
            return knownOrder(request.split("/", -1)[3]);
        }
        return switch (request) {
            case "POST /api/auth/signup" ->
                created(node().put("user_id", "org-1").put("access_token", "t"));
            case "POST /api/events" -> create(body);
            case "POST /api/events/event-1/publish", "GET /api/events/event-1" -> new Answer(200, NOTHING);
            case "GET /api/events/event-1/seats" -> seats(query);
            case "POST /api/telemetry" -> new Answer(202, node().put("session", "session-1"));
            case "POST /api/tickets/reserve" -> reserve(body);
            case "POST /api/orders" -> order(body);
            case "GET /api/tickets/status" -> status(query);
            default -> new Answer(404, node().put("code", "unknown_route"));
        };
    }

    private Answer create(JsonNode body) {
        event = body;
        ObjectNode answer = node().put("event_id", "event-1");
        answer.putArray("performances").addObject().put("performance_id", "night");
        return created(answer);
    }

    private Answer seats(String query) {
        ObjectNode map = node();
        map.putObject("legend").put("a", "available").put("h", "held");
        ArrayNode sections = map.putArray("sections");
        for (JsonNode section : event.path("sections")) {
            String name = section.path("name").asText();
            if (!query.contains("section=" + name + "&")) {
                continue;
            }
            ArrayNode rows = sections.addObject().put("section", name).putArray("rows");
            for (JsonNode row : section.path("rows")) {
                StringBuilder status = new StringBuilder();
                for (int seat = 1; seat <= row.path("seats").asInt(); seat++) {
                    String id = name + "-" + row.path("name").asText() + "-" + seat;
                    status.append(owners.containsKey(id) ? "h1" : "a1");
                }
                rows.addObject()
                        .put("row", row.path("name").asText())
                        .put("seats", row.path("seats").asInt())
                        .put("status", status.toString());
            }
        }
        return new Answer(200, map);
    }

    private Answer reserve(JsonNode body) {
        List<String> seats =
                body.path("seat_ids").valueStream().map(JsonNode::asText).toList();
        if (seats.stream().anyMatch(owners::containsKey)) {
            return new Answer(409, node().put("code", "seat_taken"));
        }
        String id = UUID.randomUUID().toString();
        Hold hold = new Hold(
                seats,
                Instant.now().plus(Duration.ofSeconds(event.path("hold_seconds").asInt())));
        holds.put(id, hold);
        seats.forEach(seat -> owners.put(seat, id));
        ObjectNode answer = node().put("reservation_id", id)
                .put("expires_at", hold.expires().toString());
        ArrayNode priced = answer.putArray("seats");
        seats.forEach(seat -> priced.addObject().put("seat_id", seat));
        answer.putObject("price").put("total", 100L * seats.size()).put("currency", "KRW");
        return created(answer);
    }

    /** Confirms at once, or as late as it is asked again, or after a code; unless the card is declined. */
    private Answer order(JsonNode body) {
        Hold hold = holds.remove(body.path("reservation_id").asText());
        if (hold == null) {
            return new Answer(409, node().put("code", "reservation_ended"));
        }
        String token = body.path("payment").path("token").asText();
        if (token.equals("test-decline")) {
            hold.seats().forEach(owners::remove);
        }
        ObjectNode order = node().put("order_id", "event-1." + UUID.randomUUID())
                .put("booking_number", "number")
                .put("total", 100L * hold.seats().size());
        ArrayNode tickets = order.putArray("tickets");
        hold.seats().forEach(seat -> tickets.addObject().put("seat_id", seat));
        orders.put(order.path("order_id").asText(), order.deepCopy().put("status", "confirmed"));
        return created(
                switch (token) {
                    case "test-decline" -> {
                        order.putObject("refusal").put("code", "declined");
                        yield order.put("status", "refused");
                    }
                    case "test-3ds" -> order.put("status", "verification_required");
                    case "test-late" -> order.put("status", "payment_pending");
                    default -> order.put("status", "confirmed");
                });
    }

    private Answer knownOrder(String id) {
        return new Answer(200, orders.getOrDefault(id, node()));
    }

    private Answer release(String id) {
        Hold hold = holds.remove(id);
        if (hold == null) {
            return new Answer(409, node().put("code", "reservation_ended"));
        }
        hold.seats().forEach(owners::remove);
        return new Answer(204, NOTHING);
    }

    private Answer status(String query) {
        boolean open = holds.containsKey(query.substring(query.indexOf('=') + 1));
        return new Answer(200, node().put("status", open ? "held" : "expired"));
    }

    private void expire() {
        Instant now = Instant.now();
        holds.values().removeIf(hold -> {
            boolean due = !hold.expires().isAfter(now);
            if (due) {
                hold.seats().forEach(owners::remove);
            }
            return due;
        });
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Answer created(JsonNode body) {
        return new Answer(201, body);
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
