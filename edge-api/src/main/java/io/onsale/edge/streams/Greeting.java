package io.onsale.edge.streams;

/** What a listener is told before the news: bytes, and the version they lead to. */
public final class Greeting {
    private final long version;
    private final byte[] bytes;

    public Greeting(long version, byte[] bytes) {
        this.version = version;
        this.bytes = bytes;
    }

    public long version() {
        return version;
    }

    public byte[] bytes() {
        return bytes;
    }
}
