package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.ml.behaviour.Card;
import io.onsale.ml.behaviour.FunnelStep;
import io.onsale.ml.behaviour.OpenSeat;
import io.onsale.standalone.audit.answers.Routes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What a fan can ask of the edge, as requests; it decides nothing. */
final class Shopper {

    /** The simulated gateway's, for every card. */
    private static final String BANKS_CODE = "123456";

    private final Line line;
    private final CrowdShow show;
    private final String fan;
    private final String token;
    private final String session = UUID.randomUUID().toString();
    private String version = "";
    private String admission = "";

    Shopper(Line line, CrowdShow show, String fan, String token) {
        this.line = line;
        this.show = show;
        this.fan = fan;
        this.token = token;
    }

    /** It is its turn; what it was handed lets it hold seats. */
    void admitted(String admissionToken) {
        admission = admissionToken;
    }

    /** Tells that a page was opened. */
    EdgeAnswer opened(FunnelStep page) {
        return opened(page.name().toLowerCase(Locale.ROOT), page.compareTo(FunnelStep.EVENT_DETAIL) >= 0);
    }

    /** Tells that the page was opened on which one pays. */
    EdgeAnswer openedPayment() {
        return opened("payment_details", true);
    }

    private EdgeAnswer opened(String type, boolean ofTheEvent) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("session_id", session)
                .put("channel", "web")
                .put("device", "desktop");
        ObjectNode event = body.putArray("events")
                .addObject()
                .put("type", type)
                .put("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        if (ofTheEvent) {
            event.put("event_id", show.eventId());
        }
        Call call = Call.post("/api/telemetry", body.toString()).as(token);
        return line.write(new Write(call, Routes.TELEMETRY, fan, "", "", answer -> Told.step(answer, type)));
    }

    EdgeAnswer event() {
        return line.read(Call.get("/api/events/" + show.eventId()));
    }

    EdgeAnswer seats(String section) {
        return line.read(Call.get(show.seatsPath(section)));
    }

    /** Asks to hold seats of one section. */
    EdgeAnswer reserve(List<OpenSeat> seats) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("event_id", show.eventId())
                .put("performance_id", show.performanceId())
                .put("section", seats.getFirst().section());
        ArrayNode ids = body.putArray("seat_ids");
        seats.forEach(seat -> ids.add(seat.id()));
        String key = UUID.randomUUID().toString();
        Call call = Call.post("/api/tickets/reserve", body.toString())
                .as(token)
                .admittedBy(admission)
                .keyed(key);
        EdgeAnswer answer = line.write(new Write(call, Routes.RESERVE, fan, show.eventId(), key, Told::reservation));
        version = answer.version();
        return answer;
    }

    /** Buys what is held. */
    EdgeAnswer orders(String reservation, Card card) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reservation_id", reservation);
        body.putObject("payment").put("method", "card").put("token", token(card));
        String key = UUID.randomUUID().toString();
        Call call = Call.post("/api/orders", body.toString()).as(token).keyed(key);
        return line.write(new Write(call, Routes.ORDER, fan, show.eventId(), key, Told::order));
    }

    /** Answers the code that the card's bank asks for. */
    EdgeAnswer verifies(String order) {
        String code =
                JsonNodeFactory.instance.objectNode().put("code", BANKS_CODE).toString();
        Call call = Call.post("/api/orders/" + order + "/verify", code).as(token);
        return line.write(new Write(call, Routes.VERIFY, fan, show.eventId(), "", Told::order));
    }

    EdgeAnswer order(String order) {
        return line.read(Call.get("/api/orders/" + order).as(token));
    }

    /** What the simulated gateway takes for such a card. */
    private static String token(Card card) {
        return switch (card) {
            case GOOD -> "test-approve";
            case DECLINED -> "test-decline";
            case CHALLENGED -> "test-3ds";
            case SLOW -> "test-late";
        };
    }

    EdgeAnswer release(String reservation) {
        Call call = Call.delete("/api/reservations/" + reservation).as(token);
        return line.write(
                new Write(call, Routes.RELEASE, fan, show.eventId(), "", answer -> Told.released(reservation)));
    }

    /** What has become of a reservation; sees at least what was answered to it. */
    EdgeAnswer status(String reservation) {
        return line.read(Call.get("/api/tickets/status?reservation_id=" + reservation)
                .as(token)
                .since(version));
    }
}
