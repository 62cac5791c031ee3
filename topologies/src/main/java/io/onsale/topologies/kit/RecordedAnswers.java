package io.onsale.topologies.kit;

import io.onsale.schemas.common.CommandEnvelope;
import io.onsale.schemas.common.Idempotency;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** The answers of the last day, by who asked what under which key, so that a repeated request gets the same one. */
final class RecordedAnswers {

    /** A row a request: when it was answered, its digest, the reply. */
    static final RowKind<byte[]> ROWS = RowKind.of('a', "answers", Serdes.ByteArray());

    static final Duration KEPT = Duration.ofHours(24);

    /** An answer as it was first given. */
    record Answer(byte[] digest, byte[] reply) {

        boolean answers(Idempotency request) {
            return Arrays.equals(digest, bytes(request));
        }
    }

    private final StoreTable<byte[]> rows;

    RecordedAnswers(StoreTable<byte[]> rows) {
        this.rows = rows;
    }

    @Nullable
    Answer find(String scope, Instant at) {
        byte[] row = rows.get(scope);
        if (row == null || !fresh(row, at.toEpochMilli())) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(row, Long.BYTES, row.length - Long.BYTES);
        byte[] digest = new byte[buffer.get() & 0xff];
        buffer.get(digest);
        byte[] reply = new byte[buffer.remaining()];
        buffer.get(reply);
        return new Answer(digest, reply);
    }

    void keep(String scope, Idempotency request, byte[] reply, Instant at) {
        byte[] digest = bytes(request);
        rows.put(
                scope,
                ByteBuffer.allocate(Long.BYTES + 1 + digest.length + reply.length)
                        .putLong(at.toEpochMilli())
                        .put((byte) digest.length)
                        .put(digest)
                        .put(reply)
                        .array());
    }

    /** Whether a row may still be asked for at this instant. */
    static boolean fresh(byte[] row, long millis) {
        return ByteBuffer.wrap(row).getLong() + KEPT.toMillis() > millis;
    }

    static String scope(String key, CommandEnvelope envelope, Idempotency request) {
        return key
                + '\u001f'
                + envelope.getActor().getId()
                + '\u001f'
                + request.getRoute()
                + '\u001f'
                + request.getKey();
    }

    private static byte[] bytes(Idempotency request) {
        ByteBuffer digest = request.getDigest().duplicate();
        byte[] bytes = new byte[Math.min(digest.remaining(), 255)];
        digest.get(bytes);
        return bytes;
    }
}
