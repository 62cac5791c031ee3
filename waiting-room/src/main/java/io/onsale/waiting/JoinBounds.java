package io.onsale.waiting;

/** How many may join a line from one place: for whoever counts them and whoever keeps them out before. */
public final class JoinBounds {

    /** An address is shared by so many households or desks: whoever names no device has the part of one of them. */
    private static final int SHARED_BY = 5;

    private JoinBounds() {}

    /** How many places all those of one address have together who name no device: never fewer than one device has. */
    public static int withoutDevice(int perAddress, int perDevice) {
        return Math.max(perDevice, perAddress / SHARED_BY);
    }
}
