package io.onsale.schemas.serde;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** The five bytes in front of every record: a zero and the id of the schema it was written with. */
final class WireFormat {
    static final int HEADER = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    static void writeHeader(byte[] record, int id) {
        ByteBuffer.wrap(record).put(MAGIC).putInt(id);
    }

    static int readId(String topic, byte[] record) {
        if (record.length < HEADER) {
            throw new SerializationException(
                    "a record of " + record.length + " bytes on " + topic + " is too short to carry a schema id");
        }
        if (record[0] != MAGIC) {
            throw new SerializationException("a record on " + topic + " starts with byte " + record[0]
                    + " instead of 0: it is not Avro in Confluent's wire format");
        }
        return ByteBuffer.wrap(record, 1, Integer.BYTES).getInt();
    }
}
