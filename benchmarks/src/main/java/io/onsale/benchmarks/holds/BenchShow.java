package io.onsale.benchmarks.holds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.onsale.benchmarks.load.Organizer;
import java.io.IOException;
import java.net.URI;

/**
 * One large show, on sale: areas A1, A2 … of equal size, in rows of two hundred seats, so that the whole fits into one request.
 *
 * @param areas how many areas it has
 * @param rows how many rows an area has
 */
public record BenchShow(String eventId, int areas, int rows) {

    static final int ROW = 200;
    private static final int TICKET_LIMIT = 100;

    /** Puts such a show on sale. */
    public static BenchShow open(URI edge, int areas, int rows) throws IOException {
        return new BenchShow(Organizer.publishes(edge, "Holds", TICKET_LIMIT, sections(areas, rows)), areas, rows);
    }

    public int seats() {
        return areas * rows * ROW;
    }

    /** The id of the seat of this number, counted through all areas from 0. */
    String seat(int number) {
        int area = number / (rows * ROW);
        int inArea = number % (rows * ROW);
        return "A" + (area + 1) + "-" + (inArea / ROW + 1) + "-" + (inArea % ROW + 1);
    }

    private static ArrayNode sections(int areas, int rows) {
        ArrayNode sections = JsonNodeFactory.instance.arrayNode();
        for (int area = 1; area <= areas; area++) {
            sections.addObject()
                    .put("name", "A" + area)
                    .put("mode", "seat")
                    .put("grade", "S")
                    .put("price", 99_000)
                    .putObject("rows")
                    .put("count", rows)
                    .put("seats", ROW);
        }
        return sections;
    }
}
