package io.onsale.edge.reads;

import io.onsale.edge.http.Json;
import io.onsale.edge.reads.HallJson.RowJson;
import io.onsale.edge.views.seats.Area;
import io.onsale.edge.views.seats.ChangesTo;
import io.onsale.edge.views.seats.Hall;
import io.onsale.edge.views.seats.Line;
import io.onsale.edge.views.seats.SeatStatus;
import io.onsale.edge.views.seats.Show;
import io.onsale.edge.views.seats.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A show's seats as JSON.
 *
 * <p>The full form is {@code {"version", "event_id", "performance_id", "seats": [{"seat_id", "section", "row", "number", "grade", "status",
 * "attributes": []}]}}: the version counts the event's changes, and status is one of available, held, sold, withheld, blocked.
 *
 * <p>The compact form, for big maps, is {@code {"version", "event_id", "performance_id", "format": "compact", "legend": {"a": "available", …},
 * "sections": [{"section", "grade", "price", "attributes": {"A-1-1": ["wheelchair"]}, "rows": [{"row", "seats", "status": "a12h2a6"}]}]}}. A row's
 * status is a sequence of runs, each a letter of the legend and how many seats side by side have that status, from seat 1 on; a
 * seat's id is {@code section-row-number}.
 *
 * <p>Both have {@code "areas": [{"section", "slot", "starts_at", "grade", "price", "capacity", "left"}]} besides where there are sections without numbered seats.
 *
 * <p>A delta is {@code {"version", "seats": [{"seat_id", "status"}], "areas": [{"section", "slot", "left"}]}}: each seat that changed, once, with the status it
 * has as of the version, and where places without a number changed how many are left.
 */
final class SeatsJson {
    private static final int BYTES_PER_CHANGE = 48;
    private static final Map<String, String> LEGEND = legend();

    private final String eventId;
    private final Hall hall;
    private final HallJson json;

    SeatsJson(Show show) {
        this.eventId = show.eventId();
        this.hall = show.hall();
        this.json = new HallJson(hall);
    }

    /** Whether it is about this hall, and not about one that was before. */
    boolean isOf(Hall now) {
        return hall == now;
    }

    /** Writes the full form. */
    void full(String performanceId, Snapshot snapshot, OutputStream to) throws IOException {
        ByteBuilder out = new ByteBuilder(to);
        head(out, performanceId, snapshot.version()).add(",\"seats\":[");
        boolean first = true;
        for (Area area : snapshot.span().areas()) {
            for (RowJson row : json.rows(area)) {
                for (int seat = row.line().first();
                        seat < row.line().first() + row.line().seats();
                        seat++) {
                    if (!first) {
                        out.add(',');
                    }
                    first = false;
                    json.seat(out, row, seat, snapshot.status(seat));
                    out.flushIfMuch();
                }
            }
        }
        out.add(']');
        RoomsJson.write(snapshot.rooms(), out);
        out.add('}').flush();
    }

    /** Writes the compact form. */
    void compact(String performanceId, Snapshot snapshot, OutputStream to) throws IOException {
        ByteBuilder out = new ByteBuilder(to);
        head(out, performanceId, snapshot.version());
        out.add(",\"format\":\"compact\",\"legend\":").add(Json.bytes(LEGEND)).add(",\"sections\":[");
        boolean first = true;
        for (Area area : snapshot.span().areas()) {
            if (!first) {
                out.add(',');
            }
            first = false;
            section(out, area, snapshot);
            out.flushIfMuch();
        }
        out.add(']');
        RoomsJson.write(snapshot.rooms(), out);
        out.add('}').flush();
    }

    /** What changed. */
    byte[] delta(ChangesTo changes) {
        ByteBuilder out =
                new ByteBuilder(64 + BYTES_PER_CHANGE * changes.changes().size());
        out.add("{\"version\":").add(changes.version()).add(",\"seats\":[");
        boolean[] more = {false};
        changes.changes().forEach((status, seat) -> {
            if (more[0]) {
                out.add(',');
            }
            more[0] = true;
            out.add("{\"seat_id\":\"").add(HallJson.escaped(hall.id(seat)));
            out.add("\",\"status\":\"").add(status.word()).add("\"}");
        });
        out.add(']');
        RoomsJson.changed(changes.rooms(), out);
        return out.add('}').bytes();
    }

    private ByteBuilder head(ByteBuilder out, String performanceId, long version) {
        out.add("{\"version\":").add(version);
        out.add(",\"event_id\":").add(Json.bytes(eventId));
        return out.add(",\"performance_id\":").add(Json.bytes(performanceId));
    }

    private void section(ByteBuilder out, Area area, Snapshot snapshot) {
        out.add("{\"section\":").add(Json.bytes(area.name())).add(",\"grade\":").add(Json.bytes(area.grade()));
        out.add(",\"price\":").add(area.price()).add(",\"attributes\":").add(Json.bytes(attributes(area)));
        if (!area.companions().isEmpty()) {
            out.add(",\"companions\":").add(Json.bytes(companions(area)));
        }
        out.add(",\"rows\":[");
        boolean first = true;
        for (Line line : area.lines()) {
            out.add(first ? "{\"row\":" : ",{\"row\":").add(Json.bytes(line.name()));
            out.add(",\"seats\":").add(line.seats()).add(",\"status\":\"");
            runs(out, line, snapshot);
            out.add("\"}");
            first = false;
        }
        out.add("]}");
    }

    private static void runs(ByteBuilder out, Line line, Snapshot snapshot) {
        int end = line.first() + line.seats();
        int seat = line.first();
        while (seat < end) {
            SeatStatus status = snapshot.status(seat);
            int from = seat;
            while (seat < end && snapshot.status(seat) == status) {
                seat++;
            }
            out.add(status.letter()).add(seat - from);
        }
    }

    private Map<String, List<String>> attributes(Area area) {
        Map<String, List<String>> attributes = new TreeMap<>();
        area.attributes().forEach((seat, names) -> attributes.put(hall.id(seat), names));
        return attributes;
    }

    private Map<String, String> companions(Area area) {
        Map<String, String> companions = new TreeMap<>();
        area.companions().forEach((wheelchair, companion) -> companions.put(hall.id(wheelchair), hall.id(companion)));
        return companions;
    }

    private static Map<String, String> legend() {
        Map<String, String> legend = new TreeMap<>();
        for (SeatStatus status : SeatStatus.values()) {
            legend.put(String.valueOf(status.letter()), status.word());
        }
        return legend;
    }
}
