package io.onsale.standalone.clickhouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.internal.CompressedBlockInputStream;
import com.clickhouse.client.api.internal.CompressedBlockOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import net.jpountz.lz4.LZ4Factory;
import org.junit.jupiter.api.Test;

/** Our blocks against those of ClickHouse's own Java client. */
class CompressedBlocksTest {

    private static final long SEED = 20261120;
    private static final int CLIENT_BUFFER = 1 << 16;

    @Test
    void readsTheClientsLz4Blocks() throws IOException {
        byte[] plain = sample(300_000);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (OutputStream client = new CompressedBlockOutputStream.LZ4OutputStream(
                sent, LZ4Factory.fastestInstance().fastCompressor(), CLIENT_BUFFER)) {
            client.write(plain);
        }
        assertThat(read(sent.toByteArray())).isEqualTo(plain);
    }

    @Test
    void readsTheClientsZstdBlocks() throws IOException {
        byte[] plain = sample(300_000);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (OutputStream client = new CompressedBlockOutputStream.ZSTDOutputStream(sent, CLIENT_BUFFER)) {
            client.write(plain);
        }
        assertThat(read(sent.toByteArray())).isEqualTo(plain);
    }

    @Test
    @SuppressWarnings("deprecation") // The client's reader takes no other decompressor.
    void writesBlocksThatTheClientReads() throws IOException {
        byte[] plain = sample(500_000);
        try (InputStream client = new CompressedBlockInputStream(
                new ByteArrayInputStream(written(plain)),
                LZ4Factory.fastestInstance().fastDecompressor(),
                CLIENT_BUFFER)) {
            assertThat(client.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void readsBlocksThatAreNotCompressed() throws IOException {
        byte[] block = Arrays.copyOf(new byte[CompressedBlocks.FRAME], CompressedBlocks.FRAME + 3);
        block[CompressedBlocks.FRAME] = 7;
        CompressedBlocks.seal(block, CompressedBlocks.NONE, 3, 3);
        assertThat(read(block)).containsExactly(7, 0, 0);
    }

    @Test
    void refusesWhatWasChangedOnTheWay() throws IOException {
        Random random = new Random(SEED);
        byte[] sent = written(sample(10_000));
        for (int i = 0; i < 200; i++) {
            byte[] changed = sent.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> read(changed)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesWhatIsCutOff() throws IOException {
        byte[] sent = written(sample(10_000));
        for (int length : new int[] {1, CompressedBlocks.FRAME, sent.length - 1}) {
            assertThatThrownBy(() -> read(Arrays.copyOf(sent, length))).isInstanceOf(IOException.class);
        }
    }

    private static byte[] written(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BlockOutputStream out = new BlockOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] read(byte[] blocks) throws IOException {
        try (InputStream in = new BlockInputStream(new ByteArrayInputStream(blocks))) {
            return in.readAllBytes();
        }
    }

    /** The client's own writers have no room for what does not compress at all. */
    private static byte[] sample(int size) {
        Random random = new Random(SEED);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(4));
        }
        return bytes;
    }

    @Test
    void writesNoiseToo() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(SEED).nextBytes(noise);
        assertThat(read(written(noise))).isEqualTo(noise);
    }
}
