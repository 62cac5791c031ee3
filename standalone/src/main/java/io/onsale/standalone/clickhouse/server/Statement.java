package io.onsale.standalone.clickhouse.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The statement of a request: an insert whose data is still to be read, or a text to run. Texts are kept with one char a
 * byte, whatever the bytes mean, so that nothing is lost and offsets are the same in both.
 */
sealed interface Statement {

    /** An insert's FORMAT clause stands within this many bytes; the engine's own bound for a statement is larger. */
    int HEAD_BYTES = 1 << 16;

    int TEXT_BYTES = 8 << 20;

    /** The text the engine's parser judges. */
    String text();

    /** An insert that takes its data, formatted, from a stream. */
    record Insert(String sql, String format, InputStream data) implements Statement {
        @Override
        public String text() {
            return sql + " FORMAT " + format;
        }
    }

    /** Any other statement. */
    record Plain(String text) implements Statement {}

    /** The URL's query and the body are one text; the data of an insert may begin in either. */
    static Statement of(String query, InputStream body) throws IOException, EngineException {
        byte[] head = query.isEmpty() ? body.readNBytes(HEAD_BYTES) : (query + "\n").getBytes(StandardCharsets.UTF_8);
        Optional<InsertStatement> insert = InsertStatement.parse(new String(head, StandardCharsets.ISO_8859_1));
        if (insert.isPresent()) {
            return insert(insert.get(), head, body);
        }
        return new Plain(whole(head, body));
    }

    private static Statement insert(InsertStatement insert, byte[] head, InputStream body) {
        int from = insert.dataAt();
        InputStream inHead = new ByteArrayInputStream(head, from, head.length - from);
        return new Insert(insert.statement(), insert.format(), new SequenceInputStream(inHead, body));
    }

    private static String whole(byte[] head, InputStream body) throws IOException, EngineException {
        ByteArrayOutputStream text = new ByteArrayOutputStream(head.length);
        text.writeBytes(head);
        text.writeBytes(body.readNBytes(TEXT_BYTES - head.length));
        if (body.read() >= 0) {
            throw EngineException.of(
                    ErrorCode.QUERY_IS_TOO_LARGE,
                    "A statement may have " + TEXT_BYTES + " bytes; send data with INSERT … FORMAT");
        }
        return text.toString(StandardCharsets.ISO_8859_1);
    }
}
