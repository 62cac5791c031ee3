package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.onsale.standalone.audit.answers.Routes;
import java.util.UUID;
import java.util.function.Predicate;

/** A fan's place in line, and what it can ask of the edge about it. */
final class Place {

    private final Line line;
    private final String eventId;
    private final String fan;
    private final String token;
    private String queueToken = "";

    Place(Line line, String eventId, String fan, String token) {
        this.line = line;
        this.eventId = eventId;
        this.fan = fan;
        this.token = token;
    }

    EdgeAnswer joins() {
        String key = UUID.randomUUID().toString();
        Call call = Call.post("/api/queue/join", event().toString()).as(token).keyed(key);
        EdgeAnswer answer = line.write(new Write(call, Routes.JOIN, fan, eventId, key, Told::place));
        queueToken = answer.text("queue_token");
        return answer;
    }

    /** How it stands. */
    EdgeAnswer status() {
        Call call = Call.get("/api/queue/status?event_id=" + eventId).as(queueToken);
        EdgeAnswer answer = line.read(call);
        keep(call, answer);
        return answer;
    }

    /** Is told how it stands until that is enough; then what was told last. */
    EdgeAnswer follow(Predicate<JsonNode> enough) {
        Call call = Call.get("/api/queue/stream?event_id=" + eventId).as(queueToken);
        EdgeAnswer answer = line.follow(call, enough);
        keep(call, answer);
        return answer;
    }

    /** An admission that was handed out must be in the log. */
    private void keep(Call call, EdgeAnswer answer) {
        if (!answer.text("admission_token").isEmpty()) {
            line.keep(new Write(call, Routes.ARRIVE, fan, eventId, "", Told::admission), answer);
        }
    }

    /** Gives it up; what it answers says nothing, so it is named by the receipt's sequence. */
    EdgeAnswer leaves(long sequence) {
        Call call = Call.post("/api/queue/leave", event().toString()).as(queueToken);
        return line.write(new Write(call, Routes.LEAVE, fan, eventId, "", answer -> Told.left(sequence)));
    }

    String queueToken() {
        return queueToken;
    }

    private ObjectNode event() {
        return JsonNodeFactory.instance.objectNode().put("event_id", eventId);
    }
}
