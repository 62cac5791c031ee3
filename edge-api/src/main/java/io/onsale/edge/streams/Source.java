package io.onsale.edge.streams;

import java.util.Optional;

/** Where a channel's news come from. */
public interface Source {

    /** What is new since the last call, if anything; called by the broadcaster's thread only. */
    Optional<Frame> news();

    /** What a listener is told at first: all that the news build upon. */
    Greeting greeting();

    /** A beginning: bytes, and the version they lead to. */
    final class Greeting {
        private final long version;
        private final byte[] bytes;

        public Greeting(long version, byte[] bytes) {
            this.version = version;
            this.bytes = bytes;
        }

        long version() {
            return version;
        }

        byte[] bytes() {
            return bytes;
        }
    }
}
