package io.onsale.topologies.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.inventory.InventoryReply;
import io.onsale.schemas.journeys.JourneyCommand;
import io.onsale.schemas.journeys.JourneyEvent;
import io.onsale.schemas.operations.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLettersTest {

    private static final byte[] KEY = "session".getBytes(StandardCharsets.UTF_8);
    private static final Instant START = Instant.parse("2030-01-01T10:00:00Z");

    private final RegistryInMemory registry = new RegistryInMemory();
    private final TopologyBed<JourneyCommand, JourneyEvent, InventoryReply> bed =
            new TopologyBed<>(new FragileTopology(OnBug.STOP), registry, START);

    @AfterEach
    void close() {
        bed.close();
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "not Avro at all",
                "\0\0\0\0",
                "\0\0\0\0\0",
                "\0\0\0\u0001",
                "\0\0\0\0\u0001",
                "\0\u0001\u0001\u0001\u0001body"
            })
    void keepsWholeWhatItCannotRead(String garbage) {
        byte[] value = garbage.getBytes(StandardCharsets.UTF_8);

        bed.sendBytes(KEY, value);

        DeadLetter letter = bed.deadLetters().getFirst().value();
        assertThat(letter.getTopology()).isEqualTo("fragile");
        assertThat(letter.getTopic()).isEqualTo("onsale.journeys.commands.v1");
        assertThat(letter.getPartition()).isZero();
        assertThat(letter.getOffset()).isZero();
        assertThat(letter.getAt()).isEqualTo(START);
        assertThat(letter.getReason()).isNotBlank();
        assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap(KEY));
        assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(value));
    }

    @Test
    void goesOnAfterWhatItCannotRead() {
        bed.sendBytes(KEY, new byte[] {1, 2, 3});
        bed.send("session", FragileTopology.command("c1", "fine"));

        assertThat(bed.deadLetters()).hasSize(1);
        assertThat(bed.events()).hasSize(2);
    }

    @Test
    void aCommandWithoutAKeyOrAValueIsADeadLetter() {
        bed.sendBytes(null, new byte[] {1});
        bed.sendBytes(KEY, null);
        bed.sendBytes(null, null);

        assertThat(bed.deadLetters())
                .extracting(letter -> letter.value().getKey() != null)
                .containsExactly(false, true, false);
        assertThat(bed.events()).isEmpty();
    }

    @Test
    void aKeyThatIsNoTextIsADeadLetter() {
        bed.sendBytes(new byte[] {(byte) 0xff, (byte) 0xfe}, new byte[] {1});

        assertThat(bed.deadLetters().getFirst().value().getKey())
                .isEqualTo(ByteBuffer.wrap(new byte[] {(byte) 0xff, (byte) 0xfe}));
    }

    @Test
    void skipsAQuarantinedRecordAndSaysWhy() {
        bed.quarantine(1, "it broke the decider");
        bed.send("session", FragileTopology.command("c1", "fine"));
        bed.send("session", FragileTopology.command("c2", FragileTopology.BREAKS_THE_DECIDER));
        bed.send("session", FragileTopology.command("c3", "fine"));

        assertThat(bed.events())
                .extracting(event -> event.value().getEnvelope().getSequence())
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(bed.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value().getReason()).contains("quarantined", "it broke the decider");
            assertThat(letter.value().getOffset()).isEqualTo(1);
            assertThat(letter.key()).isEqualTo("onsale.journeys.commands.v1/0/1");
        });
    }
}
