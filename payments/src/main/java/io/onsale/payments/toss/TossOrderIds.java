package io.onsale.payments.toss;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What the company calls an order: 43 letters, digits, dashes and underscores, from which our reference follows again. */
public final class TossOrderIds {

    private static final int BYTES = 2 * 2 * Long.BYTES;

    private TossOrderIds() {}

    /** Of a reference {@code EVENT/EVENT.ORDER} with UUIDs; empty where it is another. */
    public static Optional<String> of(String reference) {
        String[] parts = reference.split("[/.]", -1);
        if (parts.length != 3 || !parts[0].equals(parts[1])) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.allocate(BYTES);
            put(bytes, UUID.fromString(parts[0]));
            put(bytes, UUID.fromString(parts[2]));
            String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
            return Optional.of(id).filter(it -> reference(it).equals(reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    /** The reference that an order id was made of; an order id of somebody else's has a reference that is none of ours. */
    static String reference(String orderId) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(orderId);
            if (bytes.length != BYTES) {
                return orderId;
            }
            ByteBuffer ids = ByteBuffer.wrap(bytes);
            UUID event = new UUID(ids.getLong(), ids.getLong());
            UUID order = new UUID(ids.getLong(), ids.getLong());
            return event + "/" + event + "." + order;
        } catch (IllegalArgumentException e) {
            return orderId;
        }
    }
}
