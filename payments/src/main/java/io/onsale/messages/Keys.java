package io.onsale.messages;

import java.nio.ByteBuffer;
import java.util.List;

/** Everybody's own keys. */
interface Keys {

    /**
     * A person's newest keys, sealed, the newest first; none where the person is deleted.
     *
     * <p>Throws {@link io.onsale.outbound.TryAgainException} where that can't be known at the moment.
     */
    List<ByteBuffer> of(String personId) throws InterruptedException;
}
