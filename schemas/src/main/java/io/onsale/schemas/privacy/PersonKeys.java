package io.onsale.schemas.privacy;

import io.onsale.schemas.accounts.PersonKey;
import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** Makes and opens people's own keys: each is random, and sealed for its way through the log to whoever has the process key. */
public final class PersonKeys {

    private static final int KEY_BYTES = 32;

    private final Seal keys;
    private final SecureRandom random = new SecureRandom();

    public PersonKeys(ProcessKey key) {
        this.keys = new Seal(key.derive("person-key"));
    }

    /** A new key for somebody, as its topic holds it. */
    public PersonKey generate(String personId) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new PersonKey(ByteBuffer.wrap(keys.seal(key, context(personId))));
    }

    /** What a key of this person's seals and opens; throws {@link BrokenSealException} where it is somebody else's. */
    public PersonSeal open(String personId, ByteBuffer sealedKey) {
        byte[] bytes = new byte[sealedKey.remaining()];
        // Views share their buffers between threads: the position must stay.
        sealedKey.duplicate().get(bytes);
        return new PersonSeal(personId, new Seal(keys.open(bytes, context(personId))));
    }

    private static String context(String personId) {
        return "person-key:" + personId;
    }
}
