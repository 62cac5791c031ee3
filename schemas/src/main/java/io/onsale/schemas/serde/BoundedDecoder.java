package io.onsale.schemas.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/**
 * A binary decoder over one record that believes no claim about how much follows.
 *
 * <p>Avro checks strings and bytes against what is left of the record, but makes room for as many elements as an array or
 * a map claims to have. Here each element must have at least one byte left for it; Onsale's schemas have no collections
 * of nothing.
 */
final class BoundedDecoder extends Decoder {
    private static final byte[] NOTHING = {};

    private BinaryDecoder binary = DecoderFactory.get().binaryDecoder(NOTHING, null);

    void begin(byte[] record, int from) {
        binary = DecoderFactory.get().binaryDecoder(record, from, record.length - from, binary);
    }

    void expectEnd() throws IOException {
        if (!binary.isEnd()) {
            throw new AvroRuntimeException("bytes are left over after the record");
        }
    }

    private long bounded(long count) {
        if (count < 0 || count > binary.remainingBytes()) {
            throw new AvroRuntimeException(
                    "it claims " + count + " elements with " + binary.remainingBytes() + " bytes left");
        }
        return count;
    }

    @Override
    public long readArrayStart() throws IOException {
        return bounded(binary.readArrayStart());
    }

    @Override
    public long arrayNext() throws IOException {
        return bounded(binary.arrayNext());
    }

    @Override
    public long skipArray() throws IOException {
        return bounded(binary.skipArray());
    }

    @Override
    public long readMapStart() throws IOException {
        return bounded(binary.readMapStart());
    }

    @Override
    public long mapNext() throws IOException {
        return bounded(binary.mapNext());
    }

    @Override
    public long skipMap() throws IOException {
        return bounded(binary.skipMap());
    }

    @Override
    public void readNull() throws IOException {
        binary.readNull();
    }

    @Override
    public boolean readBoolean() throws IOException {
        return binary.readBoolean();
    }

    @Override
    public int readInt() throws IOException {
        return binary.readInt();
    }

    @Override
    public long readLong() throws IOException {
        return binary.readLong();
    }

    @Override
    public float readFloat() throws IOException {
        return binary.readFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return binary.readDouble();
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return binary.readString(old);
    }

    @Override
    public String readString() throws IOException {
        return binary.readString();
    }

    @Override
    public void skipString() throws IOException {
        binary.skipString();
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        return binary.readBytes(old);
    }

    @Override
    public void skipBytes() throws IOException {
        binary.skipBytes();
    }

    @Override
    public void readFixed(byte[] bytes, int start, int length) throws IOException {
        binary.readFixed(bytes, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        binary.skipFixed(length);
    }

    @Override
    public int readEnum() throws IOException {
        return binary.readEnum();
    }

    @Override
    public int readIndex() throws IOException {
        return binary.readIndex();
    }
}
