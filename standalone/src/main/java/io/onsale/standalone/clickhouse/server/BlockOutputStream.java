package io.onsale.standalone.clickhouse.server;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/** Writes what it is given as LZ4 blocks in ClickHouse's frame. */
final class BlockOutputStream extends FilterOutputStream {

    private static final int PLAIN_BYTES = 1 << 17;
    private static final LZ4Compressor LZ4 = LZ4Factory.fastestInstance().fastCompressor();

    private final byte[] plain = new byte[PLAIN_BYTES];
    private final byte[] block = new byte[CompressedBlocks.FRAME + LZ4.maxCompressedLength(PLAIN_BYTES)];
    private int filled;

    BlockOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == plain.length) {
            writeBlock();
        }
        plain[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (filled == plain.length) {
                writeBlock();
            }
            int size = Math.min(plain.length - filled, length - done);
            System.arraycopy(bytes, offset + done, plain, filled, size);
            filled += size;
            done += size;
        }
    }

    @Override
    public void flush() throws IOException {
        writeBlock();
        super.flush();
    }

    private void writeBlock() throws IOException {
        if (filled == 0) {
            return;
        }
        int compressed = LZ4.compress(plain, 0, filled, block, CompressedBlocks.FRAME);
        CompressedBlocks.seal(block, CompressedBlocks.LZ4, compressed, filled);
        filled = 0;
        out.write(block, 0, CompressedBlocks.FRAME + compressed);
    }
}
