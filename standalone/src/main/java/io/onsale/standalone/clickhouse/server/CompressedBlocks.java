package io.onsale.standalone.clickhouse.server;

import com.clickhouse.data.ClickHouseCityHash;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The frame of ClickHouse's compressed blocks: a checksum over the rest, the method, the compressed size (which counts
 * this header from the method on), the plain size, the data.
 */
@SuppressWarnings("deprecation") // The newer client itself still takes the hash from the older one.
final class CompressedBlocks {

    static final int CHECKSUM = 16;
    static final int HEADER = 9;
    static final int FRAME = CHECKSUM + HEADER;
    static final byte NONE = 0x02;
    static final byte LZ4 = (byte) 0x82;
    static final byte ZSTD = (byte) 0x90;

    /** ClickHouse's own bound is 1 GiB; clients send 1 MiB and the heap here is small. */
    static final int LARGEST = 16 << 20;

    private CompressedBlocks() {}

    /** Fills in the frame before the data that is already in place. */
    static void seal(byte[] block, byte method, int compressed, int plain) {
        ByteBuffer frame = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        frame.put(CHECKSUM, method);
        frame.putInt(CHECKSUM + 1, compressed + HEADER);
        frame.putInt(CHECKSUM + 5, plain);
        long[] checksum = ClickHouseCityHash.cityHash128(block, CHECKSUM, compressed + HEADER);
        frame.putLong(0, checksum[0]);
        frame.putLong(Long.BYTES, checksum[1]);
    }

    static boolean isIntact(byte[] block) {
        ByteBuffer frame = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        long[] checksum = ClickHouseCityHash.cityHash128(block, CHECKSUM, block.length - CHECKSUM);
        return frame.getLong(0) == checksum[0] && frame.getLong(Long.BYTES) == checksum[1];
    }
}
