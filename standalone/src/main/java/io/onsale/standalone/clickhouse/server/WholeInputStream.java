package io.onsale.standalone.clickhouse.server;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A request body of announced length that fails when it ends early. The JDK's server ends it quietly, and half an
 * insert would count as a whole one.
 */
final class WholeInputStream extends FilterInputStream {

    private long left;

    WholeInputStream(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? -1 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(read);
        return read;
    }

    private void count(int read) throws IOException {
        if (read < 0 && left > 0) {
            throw new EOFException("the request ends " + left + " bytes early");
        }
        left -= Math.max(0, read);
    }
}
