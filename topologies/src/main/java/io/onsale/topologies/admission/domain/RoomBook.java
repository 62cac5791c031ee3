package io.onsale.topologies.admission.domain;

import io.onsale.topologies.kit.domain.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rooms by event; there are few of them, so that each is in memory too. */
final class RoomBook {

    private final Table<Room> rows;
    private final Map<String, Room> rooms = new HashMap<>();

    RoomBook(Table<Room> rows) {
        this.rows = rows;
        rows.forEach(rooms::put);
    }

    @Nullable
    Room get(String event) {
        return rooms.get(event);
    }

    /** The room of an event that is known to have one. */
    Room require(String event) {
        Room room = rooms.get(event);
        if (room == null) {
            throw new IllegalStateException("there is no waiting room for " + event);
        }
        return room;
    }

    void put(String event, Room room) {
        rows.put(event, room);
        rooms.put(event, room);
    }

    void change(String event, UnaryOperator<Room> change) {
        put(event, change.apply(require(event)));
    }

    void forEach(BiConsumer<String, Room> reader) {
        rooms.forEach(reader);
    }
}
