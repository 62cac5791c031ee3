package io.onsale.edge.views.seats;

/** How it stands with places without a number. */
public record RoomLeft(Area area, Room room, Places places) {

    /** How many of them are left. */
    public int left() {
        return places.available();
    }
}
