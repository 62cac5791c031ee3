package io.onsale.standalone.clickhouse.server;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;

/** Reads blocks in ClickHouse's frame, LZ4, ZSTD or plain, and checks each one's checksum. */
final class BlockInputStream extends InputStream {

    private final InputStream in;
    private byte[] plain = new byte[0];
    private int at;

    BlockInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return ensure() ? plain[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!ensure()) {
            return -1;
        }
        int size = Math.min(length, plain.length - at);
        System.arraycopy(plain, at, bytes, offset, size);
        at += size;
        return size;
    }

    private boolean ensure() throws IOException {
        while (at >= plain.length) {
            byte[] frame = in.readNBytes(CompressedBlocks.FRAME);
            if (frame.length == 0) {
                return false;
            }
            plain = decompress(block(frame));
            at = 0;
        }
        return true;
    }

    private byte[] block(byte[] frame) throws IOException {
        if (frame.length < CompressedBlocks.FRAME) {
            throw new EOFException("a compressed block is cut off");
        }
        ByteBuffer sizes = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        int compressed = sizes.getInt(CompressedBlocks.CHECKSUM + 1) - CompressedBlocks.HEADER;
        int expected = sizes.getInt(CompressedBlocks.CHECKSUM + 5);
        if (Math.min(compressed, expected) < 0 || Math.max(compressed, expected) > CompressedBlocks.LARGEST) {
            throw new IOException("a compressed block is larger than " + CompressedBlocks.LARGEST + " bytes");
        }
        byte[] block = Arrays.copyOf(frame, CompressedBlocks.FRAME + compressed);
        if (in.readNBytes(block, CompressedBlocks.FRAME, compressed) < compressed) {
            throw new EOFException("a compressed block is cut off");
        }
        if (!CompressedBlocks.isIntact(block)) {
            throw new IOException("a compressed block's checksum doesn't match");
        }
        return block;
    }

    private static byte[] decompress(byte[] block) throws IOException {
        int from = CompressedBlocks.FRAME;
        int length = block.length - from;
        byte[] plain =
                new byte[ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).getInt(CompressedBlocks.CHECKSUM + 5)];
        try {
            long size = switch (block[CompressedBlocks.CHECKSUM]) {
                case CompressedBlocks.LZ4 ->
                    LZ4Factory.fastestInstance().safeDecompressor().decompress(block, from, length, plain, 0);
                case CompressedBlocks.ZSTD -> Zstd.decompressByteArray(plain, 0, plain.length, block, from, length);
                case CompressedBlocks.NONE -> copy(block, from, plain);
                default -> throw new IOException("unknown compression method of a block");
            };
            if (size != plain.length) {
                throw new IOException("a compressed block holds less than it says");
            }
            return plain;
        } catch (LZ4Exception | ZstdException e) {
            throw new IOException("a compressed block can't be decompressed", e);
        }
    }

    private static long copy(byte[] block, int from, byte[] plain) {
        int length = Math.min(plain.length, block.length - from);
        System.arraycopy(block, from, plain, 0, length);
        return length;
    }
}
