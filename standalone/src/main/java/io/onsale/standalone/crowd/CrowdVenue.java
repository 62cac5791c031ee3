package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The demo's hall: so many seats in up to four sections, the dearest the smallest. */
final class CrowdVenue {

    /** A section's name, grade, price and share of the seats in tenths. */
    private enum Part {
        A("VIP", 198_000, 1),
        B("R", 154_000, 2),
        C("S", 121_000, 3),
        D("A", 88_000, 4);

        private final String grade;
        private final long price;
        private final int tenths;

        Part(String grade, long price, int tenths) {
            this.grade = grade;
            this.price = price;
            this.tenths = tenths;
        }
    }

    private static final int NARROWEST_ROW = 10;
    private static final int WIDEST_ROW = 50;

    private CrowdVenue() {}

    /** The sections as an organizer posts them, dearest first; the cheapest takes what the others leave. */
    static ArrayNode sections(int seats) {
        ArrayNode sections = JsonNodeFactory.instance.arrayNode();
        int left = seats;
        for (Part part : Part.values()) {
            int share = part == Part.D ? left : seats * part.tenths / 10;
            left -= share;
            if (share > 0) {
                sections.add(section(part, share));
            }
        }
        return sections;
    }

    static List<String> names(ArrayNode sections) {
        List<String> names = new ArrayList<>();
        sections.forEach(section -> names.add(section.path("name").asText()));
        return names;
    }

    private static ObjectNode section(Part part, int seats) {
        ObjectNode section = JsonNodeFactory.instance
                .objectNode()
                .put("name", part.name())
                .put("mode", "seat")
                .put("grade", part.grade)
                .put("price", part.price);
        ArrayNode rows = section.putArray("rows");
        int width = Math.clamp((int) Math.sqrt(2.0 * seats), NARROWEST_ROW, WIDEST_ROW);
        int left = seats;
        for (int row = 1; left > 0; row++) {
            rows.addObject().put("name", Integer.toString(row)).put("seats", Math.min(width, left));
            left -= width;
        }
        return section;
    }
}
