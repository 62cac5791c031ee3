package io.onsale.waiting;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A digest in use; not for several threads. */
final class Sha256 {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    Sha256 update(byte[] bytes) {
        digest.update(bytes);
        return this;
    }

    Sha256 update(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
        return this;
    }

    Sha256 update(String text) {
        return update(text.getBytes(StandardCharsets.UTF_8));
    }

    Hash end() {
        return Hash.own(digest.digest());
    }

    void end(byte[] into, int at) {
        try {
            digest.digest(into, at, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("There is room for 32 bytes at " + at + " of " + into.length, e);
        }
    }

    /** What follows is a leaf's content. */
    Sha256 leaf() {
        digest.update(LEAF);
        return this;
    }

    /** What follows are the hashes of two nodes. */
    Sha256 node() {
        digest.update(NODE);
        return this;
    }
}
