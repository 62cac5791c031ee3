package io.onsale.edge.views.seats;

/** How many places without a number are left. */
public record RoomLeft(Area area, Room room, int left) {}
