package io.onsale.schemas.privacy;

import io.onsale.schemas.accounts.PersonKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's keys, sealed, as their topic tells them; safe for use by several threads.
 *
 * <p>A guest may get a new key while something that was sealed with the one before is still on its way, so the newest few of each person are kept. Once
 * a person's key is removed there is none.
 */
public final class KeyRing {

    private static final int KEPT = 8;

    private final Map<String, List<ByteBuffer>> keys = new ConcurrentHashMap<>();

    /** Takes in a person's newest key, or that there is none any more. */
    public void apply(String personId, @Nullable PersonKey key) {
        if (key == null) {
            keys.remove(personId);
        } else {
            keys.merge(personId, List.of(key.getPersonKey()), KeyRing::before);
        }
    }

    /** A person's keys, the newest first. */
    public List<ByteBuffer> of(String personId) {
        return keys.getOrDefault(personId, List.of());
    }

    private static List<ByteBuffer> before(List<ByteBuffer> older, List<ByteBuffer> newest) {
        return Stream.concat(newest.stream(), older.stream()).limit(KEPT).toList();
    }
}
