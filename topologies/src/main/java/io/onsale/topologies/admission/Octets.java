package io.onsale.topologies.admission;

import io.onsale.topologies.admission.domain.Bytes;
import io.onsale.waiting.Hash;
import java.nio.ByteBuffer;

/** Bytes between Avro and the domain. */
final class Octets {

    private Octets() {}

    static Bytes fromAvro(ByteBuffer buffer) {
        return Bytes.of(array(buffer));
    }

    static Hash hash(ByteBuffer buffer) {
        return Hash.of(array(buffer));
    }

    private static byte[] array(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    static ByteBuffer toAvro(Bytes bytes) {
        return ByteBuffer.wrap(bytes.toArray());
    }

    static ByteBuffer toAvro(Hash hash) {
        return ByteBuffer.wrap(hash.bytes());
    }
}
