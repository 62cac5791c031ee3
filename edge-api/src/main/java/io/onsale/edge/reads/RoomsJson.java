package io.onsale.edge.reads;

import io.onsale.edge.http.Json;
import io.onsale.edge.views.seats.Room;
import io.onsale.edge.views.seats.RoomLeft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sections without numbered seats as figures, a line for each or for each of its times of entry. */
final class RoomsJson {
    private RoomsJson() {}

    /** All that is to be known of them; nothing where there are none. */
    static void write(List<RoomLeft> rooms, ByteBuilder out) {
        add(rooms, true, out);
    }

    /** How much is left of those that changed. */
    static void changed(List<RoomLeft> rooms, ByteBuilder out) {
        add(rooms, false, out);
    }

    private static void add(List<RoomLeft> rooms, boolean whole, ByteBuilder out) {
        if (rooms.isEmpty()) {
            return;
        }
        List<Map<String, Object>> list = new ArrayList<>();
        rooms.forEach(room -> list.add(json(room, whole)));
        out.add(",\"areas\":").add(Json.bytes(list));
    }

    private static Map<String, Object> json(RoomLeft left, boolean whole) {
        Room room = left.room();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("section", left.area().name());
        if (room.slot() != null) {
            json.put("slot", room.slot());
        }
        if (whole) {
            if (room.startsAt() != null) {
                json.put("starts_at", room.startsAt().toString());
            }
            json.put("grade", left.area().grade());
            json.put("price", left.area().price());
            json.put("capacity", room.capacity());
        }
        json.put("left", left.left());
        return json;
    }
}
