package io.onsale.edge.views.seats;

import java.util.List;
import java.util.Map;

/**
 * A section of a hall.
 *
 * @param index its place among the hall's sections
 * @param first the index of its first seat
 * @param attributes what is special about which of its seats, by index
 * @param companions the companion seat of which of its wheelchair seats, by index
 * @param rooms its places without a number
 */
public record Area(
        int index,
        String name,
        String grade,
        long price,
        int first,
        int seats,
        List<Line> lines,
        Map<Integer, List<String>> attributes,
        Map<Integer, Integer> companions,
        List<Room> rooms) {
    public Area {
        lines = List.copyOf(lines);
        attributes = Map.copyOf(attributes);
        companions = Map.copyOf(companions);
        rooms = List.copyOf(rooms);
    }

    Line lineOf(int seat) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lines.get(middle).first() <= seat) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return lines.get(low);
    }
}
