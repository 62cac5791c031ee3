package io.onsale.edge.queue;

import io.onsale.schemas.privacy.Hmac;
import io.onsale.schemas.privacy.ProcessKey;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** What a join tells the log of where it comes from and who it is: codes that only say that two are the same, within one event. */
final class PlaceDigests {
    private static final int REQUEST_BYTES = 16;

    private final Hmac requests;
    private final Hmac addresses;
    private final Hmac devices;
    private final Hmac people;

    PlaceDigests(ProcessKey key) {
        this.requests = new Hmac(key.derive("queue-request"));
        this.addresses = new Hmac(key.derive("queue-address"));
        this.devices = new Hmac(key.derive("queue-device"));
        this.people = new Hmac(key.derive("queue-person"));
    }

    ByteBuffer request(String fanId, String idempotencyKey) {
        return ByteBuffer.wrap(Arrays.copyOf(requests.of(fanId + "\n" + idempotencyKey), REQUEST_BYTES));
    }

    long address(String eventId, String address) {
        return shortened(addresses, eventId, address);
    }

    long device(String eventId, String device) {
        return shortened(devices, eventId, device);
    }

    /** @param name by which tickets of the event are counted */
    long person(String eventId, String name) {
        return shortened(people, eventId, name);
    }

    /** Never 0, which stands for not known. */
    private static long shortened(Hmac hmac, String eventId, String what) {
        long code = ByteBuffer.wrap(hmac.of(eventId + "\n" + what)).getLong();
        return code == 0 ? 1 : code;
    }
}
