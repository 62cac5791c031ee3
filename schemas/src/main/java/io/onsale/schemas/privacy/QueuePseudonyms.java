package io.onsale.schemas.privacy;

import java.util.Arrays;

/** What fans are called in the line of an event: another name in each, that nobody without the process key can lead back. */
public final class QueuePseudonyms {

    private static final int BYTES = 16;

    private final Hmac hmac;

    public QueuePseudonyms(ProcessKey key) {
        this.hmac = new Hmac(key.derive("queue-pseudonym"));
    }

    /** A fan's name in an event's line. */
    public byte[] of(String event, String fan) {
        return Arrays.copyOf(hmac.of(event + "\n" + fan), BYTES);
    }
}
