package io.onsale.edge.streams;

/** Bytes that all listeners of a channel are sent. */
public final class Frame {
    private final long version;
    private final boolean reset;
    private final byte[] bytes;

    private Frame(long version, boolean reset, byte[] bytes) {
        this.version = version;
        this.reset = reset;
        this.bytes = bytes;
    }

    /** News that leads to a version; whoever has that version already does not need it. */
    public static Frame of(long version, byte[] bytes) {
        return new Frame(version, false, bytes);
    }

    /** Tells that something was missed, and that every listener begins anew. */
    public static Frame reset(long version, byte[] bytes) {
        return new Frame(version, true, bytes);
    }

    long version() {
        return version;
    }

    boolean isReset() {
        return reset;
    }

    byte[] bytes() {
        return bytes;
    }
}
