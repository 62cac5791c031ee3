package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.ml.behaviour.OpenSeat;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the seats still open out of a seat map in its compact form, where a row's status is runs such as {@code a12h2a6}. */
final class SeatList {

    private static final Pattern RUN = Pattern.compile("([a-z])([0-9]+)");

    private SeatList() {}

    static List<OpenSeat> open(JsonNode map) {
        String available = letter(map.path("legend"));
        List<OpenSeat> open = new ArrayList<>();
        for (JsonNode section : map.path("sections")) {
            int row = 0;
            for (JsonNode line : section.path("rows")) {
                addRow(section.path("section").asText(), line, row++, available, open);
            }
        }
        return open;
    }

    private static String letter(JsonNode legend) {
        return legend.properties().stream()
                .filter(entry -> entry.getValue().asText().equals("available"))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse("a");
    }

    private static void addRow(String section, JsonNode line, int row, String available, List<OpenSeat> open) {
        String name = line.path("row").asText();
        int seats = line.path("seats").asInt();
        Matcher run = RUN.matcher(line.path("status").asText());
        int number = 1;
        while (run.find()) {
            int end = number + Integer.parseInt(run.group(2));
            for (; number < end; number++) {
                if (run.group(1).equals(available)) {
                    open.add(new OpenSeat(section + "-" + name + "-" + number, section, row, number, seats));
                }
            }
        }
    }
}
