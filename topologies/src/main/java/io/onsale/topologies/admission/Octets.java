package io.onsale.topologies.admission;

import io.onsale.schemas.Buffers;
import io.onsale.topologies.admission.domain.Bytes;
import io.onsale.waiting.Hash;
import java.nio.ByteBuffer;

/** Bytes between Avro and the domain. */
final class Octets {

    private Octets() {}

    static Bytes fromAvro(ByteBuffer buffer) {
        return Bytes.of(Buffers.bytes(buffer));
    }

    static Hash hash(ByteBuffer buffer) {
        return Hash.of(Buffers.bytes(buffer));
    }

    static ByteBuffer toAvro(Bytes bytes) {
        return ByteBuffer.wrap(bytes.toArray());
    }

    static ByteBuffer toAvro(Hash hash) {
        return ByteBuffer.wrap(hash.bytes());
    }
}
