package io.onsale.analytics.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.EventEnvelope;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.ShowClosed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventRowsTest {
    private static final Instant AT = Instant.parse("2026-12-01T11:00:00.123Z");

    private final RowBuffer buffer = new RowBuffer();
    private final EventRows rows = new EventRows(id -> "<" + id + ">");

    @Test
    void putsTheEnvelopeIntoColumns() {
        rows.add(source(AT.toEpochMilli() + 5), event(AT), false, buffer);

        var row = new Row(buffer);
        assertThat(row.text()).isEqualTo("onsale.inventory.events.v1");
        assertThat(row.integer()).isEqualTo(3);
        assertThat(row.number()).isEqualTo(42);
        assertThat(row.text()).isEqualTo("show-1");
        assertThat(row.text()).isEqualTo("ShowClosed");
        assertThat(row.text()).isEqualTo("c#0");
        assertThat(row.text()).isEqualTo("c");
        assertThat(row.text()).isEqualTo("t");
        assertThat(row.text()).isEqualTo("FAN");
        assertThat(row.text()).isEqualTo("<a1>");
        assertThat(row.number()).isEqualTo(AT.toEpochMilli());
        assertThat(row.number()).isEqualTo(7);
        assertThat(row.text()).isEqualTo("{}");
        assertThat(row.number()).isEqualTo(AT.toEpochMilli() + 5);
        assertThat(row.atEnd()).isTrue();
    }

    @Test
    void showsAPersonalKeyAsAPseudonym() {
        rows.add(source(0), event(AT), true, buffer);

        assertThat(new String(buffer.bytes(), 0, buffer.length(), UTF_8)).contains("<show-1>");
    }

    @Test
    void countsAnUndecodableRecordWithoutItsContents() {
        rows.addUndecodable(source(5), false, buffer);

        var row = new Row(buffer);
        row.text();
        row.integer();
        row.number();
        row.text();
        assertThat(row.text()).isEqualTo("undecodable");
        assertThat(new String(buffer.bytes(), 0, buffer.length(), UTF_8)).doesNotContain("value");
    }

    @Test
    void keepsInstantsWithinWhatClickHouseCanTell() {
        rows.addUndecodable(source(Long.MIN_VALUE), false, buffer);

        ByteBuffer bytes = ByteBuffer.wrap(buffer.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bytes.getLong(buffer.length() - Long.BYTES)).isZero();
    }

    private static InventoryEvent event(Instant at) {
        return new InventoryEvent(
                new EventEnvelope("c#0", "c", "t", new Actor(ActorKind.FAN, "a1"), at, 7L), new ShowClosed());
    }

    private static ConsumerRecord<byte[], byte[]> source(long timestamp) {
        return new ConsumerRecord<>(
                "onsale.inventory.events.v1",
                3,
                42,
                timestamp,
                TimestampType.CREATE_TIME,
                6,
                5,
                "show-1".getBytes(UTF_8),
                "value".getBytes(UTF_8),
                new RecordHeaders(),
                Optional.empty());
    }

    /** Reads RowBinary as ClickHouse does. */
    private static final class Row {
        private final ByteBuffer bytes;

        Row(RowBuffer buffer) {
            this.bytes = ByteBuffer.wrap(buffer.bytes(), 0, buffer.length()).order(ByteOrder.LITTLE_ENDIAN);
        }

        String text() {
            int length = 0;
            for (int shift = 0; ; shift += 7) {
                byte part = bytes.get();
                length |= (part & 0x7f) << shift;
                if (part >= 0) {
                    break;
                }
            }
            byte[] text = new byte[length];
            bytes.get(text);
            return new String(text, UTF_8);
        }

        int integer() {
            return bytes.getInt();
        }

        long number() {
            return bytes.getLong();
        }

        boolean atEnd() {
            return !bytes.hasRemaining();
        }
    }
}
