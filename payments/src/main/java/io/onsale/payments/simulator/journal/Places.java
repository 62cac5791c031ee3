package io.onsale.payments.simulator.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;

/**
 * Where the newest line of each key stands: a hash table of longs, 32 bytes a key.
 *
 * <p>Keys are known by 64 bits of their digest. Among a million keys two collide once in tens of millions of times, and whoever reads a line sees whose it is.
 */
final class Places {

    private static final int FIRST_SIZE = 1 << 10;

    private long[] keys = new long[FIRST_SIZE];
    private long[] places = new long[FIRST_SIZE];
    private int count;

    synchronized void put(String key, long place) {
        if (count * 2 >= keys.length) {
            grow();
        }
        insert(digest(key), place);
    }

    synchronized OptionalLong get(String key) {
        long digest = digest(key);
        int slot = slot(digest);
        return keys[slot] == digest ? OptionalLong.of(places[slot]) : OptionalLong.empty();
    }

    private void insert(long digest, long place) {
        int slot = slot(digest);
        if (keys[slot] == 0) {
            keys[slot] = digest;
            count++;
        }
        places[slot] = place;
    }

    /** The slot of a digest, or the free one where it belongs. */
    private int slot(long digest) {
        int mask = keys.length - 1;
        int slot = (int) digest & mask;
        while (keys[slot] != 0 && keys[slot] != digest) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldPlaces = places;
        keys = new long[oldKeys.length * 2];
        places = new long[oldKeys.length * 2];
        count = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                insert(oldKeys[i], oldPlaces[i]);
            }
        }
    }

    private static long digest(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            // Zero means a free slot.
            return ByteBuffer.wrap(digest).getLong() | 1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
