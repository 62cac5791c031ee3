package io.onsale.standalone.clickhouse;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads one file out of a gzipped tar archive. */
final class TarReader {

    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_OFFSET = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int BUFFER = 1 << 16;

    private TarReader() {}

    static void extract(Path archive, String name, Path target) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), BUFFER)) {
            for (byte[] header = nextHeader(in); header.length > 0; header = nextHeader(in)) {
                long size = size(header);
                if (name(header).equals(name)) {
                    copy(in, target, size);
                    return;
                }
                in.skipNBytes(size + padding(size));
            }
        }
        throw new NoSuchFileException(name, null, "not in " + archive.getFileName());
    }

    /** The next entry's header, or nothing where the archive ends. */
    private static byte[] nextHeader(InputStream in) throws IOException {
        byte[] header = in.readNBytes(BLOCK);
        return header.length < BLOCK || header[0] == 0 ? new byte[0] : header;
    }

    private static String name(byte[] header) {
        int end = 0;
        while (end < NAME_LENGTH && header[end] != 0) {
            end++;
        }
        return new String(header, 0, end, StandardCharsets.UTF_8);
    }

    private static long size(byte[] header) throws IOException {
        String octal = new String(header, SIZE_OFFSET, SIZE_LENGTH, StandardCharsets.US_ASCII)
                .replace('\0', ' ')
                .strip();
        try {
            return octal.isEmpty() ? 0 : Long.parseLong(octal, 8);
        } catch (NumberFormatException e) {
            throw new IOException("not a tar archive: size '" + octal + "'", e);
        }
    }

    private static long padding(long size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    private static void copy(InputStream in, Path target, long size) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(target)) {
            for (long left = size; left > 0; ) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
                if (read == 0) {
                    throw new EOFException("the archive ends in the middle of " + target.getFileName());
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
