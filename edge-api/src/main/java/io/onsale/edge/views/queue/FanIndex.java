package io.onsale.edge.views.queue;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/** The newest place of each fan, found by a hash of the fan's id that nobody outside can aim at: twelve to twenty-four bytes a fan. */
final class FanIndex {
    private static final int NONE = -1;

    private final long multiplier = ThreadLocalRandom.current().nextLong() | 1;
    private long[] fans = new long[64];
    private int[] places = new int[64];
    private int size;

    FanIndex() {
        Arrays.fill(places, NONE);
    }

    void put(String fanId, int sequence) {
        if (2 * (size + 1) > places.length) {
            grow();
        }
        put(hash(fanId), sequence);
    }

    /** The place, or less than 0 where there is none. */
    int find(String fanId) {
        return places[slot(hash(fanId))];
    }

    private void put(long fan, int sequence) {
        int slot = slot(fan);
        if (places[slot] == NONE) {
            size++;
        }
        fans[slot] = fan;
        places[slot] = sequence;
    }

    private int slot(long fan) {
        int slot = (int) (fan >>> 33) & (places.length - 1);
        while (places[slot] != NONE && fans[slot] != fan) {
            slot = (slot + 1) & (places.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] formerFans = fans;
        int[] formerPlaces = places;
        fans = new long[formerFans.length * 2];
        places = new int[fans.length];
        Arrays.fill(places, NONE);
        size = 0;
        for (int slot = 0; slot < formerPlaces.length; slot++) {
            if (formerPlaces[slot] != NONE) {
                put(formerFans[slot], formerPlaces[slot]);
            }
        }
    }

    private long hash(String fanId) {
        long hash = fanId.length();
        for (int i = 0; i < fanId.length(); i++) {
            hash = (hash + fanId.charAt(i)) * multiplier;
            hash ^= hash >>> 29;
        }
        return hash * 0x9E37_79B9_7F4A_7C15L;
    }
}
