package io.onsale.standalone.clickhouse.server;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A request's body, decoded as it is read; whatever is wrong with it is a {@link BadBodyException}. */
final class BodyInputStream extends InputStream {

    private final InputStream raw;
    private final RequestCoding coding;
    private @Nullable InputStream decoded;

    BodyInputStream(InputStream raw, RequestCoding coding) {
        this.raw = raw;
        this.coding = coding;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return decoded().read(bytes, offset, length);
        } catch (IOException e) {
            throw new BadBodyException(e);
        }
    }

    /** Decoders read their header at once, so one is made only where there is a body to read. */
    private InputStream decoded() throws IOException {
        if (decoded == null) {
            decoded = coding.decode(raw);
        }
        return decoded;
    }
}
