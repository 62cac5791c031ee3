package io.onsale.edge.reads;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.onsale.edge.http.Json;
import io.onsale.edge.views.seats.Area;
import io.onsale.edge.views.seats.Hall;
import io.onsale.edge.views.seats.Line;
import io.onsale.edge.views.seats.SeatStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What never changes about a hall's seats, written as JSON once, so that a big map is copied together rather than written anew. */
final class HallJson {
    private static final byte[] NO_ATTRIBUTES = ascii("[]");
    private static final Map<SeatStatus, byte[]> STATUSES = new EnumMap<>(SeatStatus.class);

    static {
        for (SeatStatus status : SeatStatus.values()) {
            STATUSES.put(status, ascii(status.word()));
        }
    }

    private final List<List<RowJson>> rows = new ArrayList<>();
    private final Map<Integer, byte[]> attributes = new HashMap<>();

    HallJson(Hall hall) {
        for (Area area : hall.areas()) {
            rows.add(area.lines().stream().map(line -> RowJson.of(area, line)).toList());
            area.attributes().forEach((seat, names) -> attributes.put(seat, Json.bytes(names)));
        }
    }

    /** The rows of a section, as those of the hall. */
    List<RowJson> rows(Area area) {
        return rows.get(area.index());
    }

    /** One seat. */
    void seat(ByteBuilder out, RowJson row, int seat, SeatStatus status) {
        int number = row.line.numberOf(seat);
        out.add(row.untilIdNumber).add(number).add(row.untilNumber).add(number).add(row.untilStatus);
        out.add(Objects.requireNonNull(STATUSES.get(status))).add(row.untilAttributes);
        out.add(attributes.getOrDefault(seat, NO_ATTRIBUTES)).add('}');
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    /** A row's seats but for what tells them apart. */
    static final class RowJson {
        private static final byte[] UNTIL_ATTRIBUTES = ascii("\",\"attributes\":");

        private final Line line;
        private final byte[] untilIdNumber;
        private final byte[] untilNumber;
        private final byte[] untilStatus;
        private final byte[] untilAttributes = UNTIL_ATTRIBUTES;

        private RowJson(Line line, String untilIdNumber, String untilNumber, String untilStatus) {
            this.line = line;
            this.untilIdNumber = untilIdNumber.getBytes(StandardCharsets.UTF_8);
            this.untilNumber = untilNumber.getBytes(StandardCharsets.UTF_8);
            this.untilStatus = untilStatus.getBytes(StandardCharsets.UTF_8);
        }

        static RowJson of(Area area, Line line) {
            return new RowJson(
                    line,
                    "{\"seat_id\":\"" + escaped(line.prefix()),
                    "\",\"section\":\"" + escaped(area.name()) + "\",\"row\":\"" + escaped(line.name())
                            + "\",\"number\":",
                    ",\"grade\":\"" + escaped(area.grade()) + "\",\"status\":\"");
        }

        Line line() {
            return line;
        }
    }
}
