package io.onsale.topologies.admission.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fans of places, packed: a million names in some 20 MB where they are UUIDs. */
final class FanNames {

    private static final int PAGE_BITS = 16;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int UUID_TEXT = 36;
    private static final int NOBODY = -1;
    /** In the place of a length: a UUID in 16 bytes follows. */
    private static final short PACKED = -1;

    private final List<byte[]> pages = new ArrayList<>();
    private int used = PAGE;
    private int[] positions = new int[0];

    void put(int sequence, String fan) {
        byte[] name = packed(fan);
        if (used + name.length > PAGE) {
            pages.add(new byte[Math.max(PAGE, name.length)]);
            used = 0;
        }
        ByteBuffer.wrap(pages.getLast()).position(used).put(name);
        makeRoom(sequence);
        positions[sequence] = (pages.size() - 1) << PAGE_BITS | used;
        used += name.length;
    }

    private void makeRoom(int sequence) {
        if (sequence >= positions.length) {
            int before = positions.length;
            positions = Arrays.copyOf(positions, Math.max(sequence + 1, before + (before >> 2)));
            Arrays.fill(positions, before, positions.length, NOBODY);
        }
    }

    String get(int sequence) {
        int position = sequence < positions.length ? positions[sequence] : NOBODY;
        if (position == NOBODY) {
            throw new IllegalStateException("nobody is known to have place " + sequence);
        }
        ByteBuffer page = ByteBuffer.wrap(pages.get(position >>> PAGE_BITS)).position(position & (PAGE - 1));
        short length = page.getShort();
        if (length == PACKED) {
            return new UUID(page.getLong(), page.getLong()).toString();
        }
        byte[] text = new byte[length];
        page.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] packed(String fan) {
        UUID uuid = uuid(fan);
        if (uuid != null) {
            return ByteBuffer.allocate(Short.BYTES + 2 * Long.BYTES)
                    .putShort(PACKED)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits())
                    .array();
        }
        byte[] text = fan.getBytes(StandardCharsets.UTF_8);
        if (text.length > Short.MAX_VALUE) {
            throw new IllegalArgumentException("no fan has a name of " + text.length + " bytes");
        }
        return ByteBuffer.allocate(Short.BYTES + text.length)
                .putShort((short) text.length)
                .put(text)
                .array();
    }

    /** Only one that is written as it would be again. */
    private static @Nullable UUID uuid(String fan) {
        if (fan.length() != UUID_TEXT) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(fan);
            return uuid.toString().equals(fan) ? uuid : null;
        } catch (IllegalArgumentException other) {
            return null;
        }
    }
}
