package io.onsale.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.schemas.registry.FakeRegistry;
import io.onsale.schemas.registry.RegistryRefusedException;
import io.onsale.schemas.registry.RegistryUnavailableException;
import io.onsale.schemas.registry.SchemaRegistryClient;
import io.onsale.schemas.registry.SchemaText;
import io.onsale.schemas.registry.UnknownSchemaException;
import io.onsale.schemas.testing.Flavour;
import io.onsale.schemas.testing.Part;
import io.onsale.schemas.testing.Sample;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {
    private static final String TOPIC = "samples";

    private final FakeRegistry registry = new FakeRegistry();
    private final SchemaRegistryClient client = registry.client();
    private final Serde<Sample> serde = new AvroSerdes(client, Registration.REGISTER).of(Sample.class);

    @AfterEach
    void close() {
        client.close();
        registry.close();
    }

    @Test
    void readsWhatItWrote() {
        Sample sample = sample();

        Sample read = read(write(sample));

        assertThat(read).isEqualTo(sample);
        assertThat(read.getId()).isInstanceOf(String.class);
        assertThat(read.getAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_123L));
    }

    @Test
    void writesAZeroAndTheSchemasIdInFront() {
        byte[] record = write(sample());

        assertThat(Arrays.copyOf(record, 5)).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void passesTombstonesThrough() {
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void registersWithoutWhatOnlyJavaNeeds() {
        write(sample());

        assertThat(SchemaText.of(Sample.getClassSchema())).doesNotContain("avro.java.string");
        assertThat(client.schema(1).toString()).doesNotContain("avro.java.string");
        assertThat(client.schema(1).getField("parts").getProp("privacy")).isEqualTo("none");
    }

    @Test
    void asksTheRegistryOnceHoweverMuchIsWrittenAndRead() {
        for (int i = 0; i < 100; i++) {
            read(write(sample()));
        }

        assertThat(registry.requests()).containsExactly("POST /subjects/samples-value/versions", "GET /schemas/ids/1");
    }

    @Test
    void keepsToOneSubjectWhereAsked() {
        Serde<Sample> fixed = new AvroSerdes(client, Registration.REGISTER).of(Sample.class, "samples-value");

        fixed.serializer().serialize("some-store-changelog", sample());

        assertThat(registry.requests()).containsExactly("POST /subjects/samples-value/versions");
    }

    @Test
    void onlyLooksUpWhereSchemasAreReleasedByOthers() {
        Serde<Sample> production = new AvroSerdes(client, Registration.LOOK_UP).of(Sample.class);

        assertThatThrownBy(() -> production.serializer().serialize(TOPIC, sample()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("40403");

        registry.add(SchemaText.of(Sample.getClassSchema()));
        assertThat(production.serializer().serialize(TOPIC, sample())).isNotEmpty();
    }

    @Test
    void readsWhatAnOlderReleaseWrote() {
        int id = registry.add("""
                {"type":"record","name":"Sample","namespace":"io.onsale.schemas.testing","fields":[
                  {"name":"id","type":"string"},{"name":"gone","type":"long"},{"name":"count","type":"int"},
                  {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
                  {"name":"rate","type":{"type":"bytes","logicalType":"decimal","precision":12,"scale":4}},
                  {"name":"flavour","type":{"type":"enum","name":"Flavour","symbols":["UNKNOWN","SOUR"]}},
                  {"name":"parts","type":{"type":"array","items":{"type":"record","name":"Part","fields":[{"name":"name","type":"string"}]}}}]}
                """);
        // id "a", gone 7, count 3, at 1, rate 0.0002, flavour SOUR, no parts
        byte[] record = record(id, 2, 'a', 14, 6, 2, 2, 2, 2, 0);

        Sample read = read(record);

        assertThat(read.getCount()).isEqualTo(3);
        assertThat(read.getRate()).isEqualTo(new BigDecimal("0.0002"));
        assertThat(read.getFlavour()).isEqualTo(Flavour.UNKNOWN);
        assertThat(read.getLabels()).isEmpty();
    }

    @Test
    void refusesARecordOfAnotherTypeEvenIfItsFieldsWouldFit() {
        int id = registry.add(SchemaText.of(Sample.getClassSchema()).replace("\"Sample\"", "\"LookAlike\""));
        byte[] record = write(sample());
        ByteBuffer.wrap(record).putInt(1, id);

        assertThatThrownBy(() -> read(record))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("LookAlike");
    }

    @Test
    void refusesWhatIsNotInTheWireFormat() {
        assertUndecodable(new byte[0], "too short");
        assertUndecodable(new byte[] {0, 0, 0, 1}, "too short");
        assertUndecodable("{\"json\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8), "starts with byte 123");
    }

    @Test
    void refusesATruncatedRecordWhereverItEnds() {
        byte[] whole = write(sample());

        for (int length = 0; length < whole.length; length++) {
            assertUndecodable(Arrays.copyOf(whole, length), "");
        }
    }

    @Test
    void refusesBytesAfterTheRecord() {
        byte[] whole = write(sample());

        assertUndecodable(Arrays.copyOf(whole, whole.length + 1), "left over");
    }

    @Test
    void refusesClaimsOfMoreThanThereIs() {
        write(sample());
        byte[] twoGigabytes = {(byte) 0xee, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f};
        byte[] upToTheParts = {2, 'a', 6, 2, 2, 2, 0};

        assertUndecodable(record(1, twoGigabytes), "");
        assertUndecodable(record(1, concat(upToTheParts, twoGigabytes)), "elements with 0 bytes left");
        assertUndecodable(record(1, concat(concat(upToTheParts, new byte[] {0}), twoGigabytes)), "elements");
    }

    @Test
    void refusesASchemaThatNestsDeeperThanTheStack() {
        int id = registry.add(SchemaText.of(Sample.getClassSchema())
                .replaceFirst(
                        "\"fields\":\\[",
                        "\"fields\":[{\"name\":\"nest\",\"type\":{\"type\":\"record\",\"name\":\"Nest\",\"fields\":"
                                + "[{\"name\":\"inner\",\"type\":[\"null\",\"Nest\"]}]}},"));
        byte[] deep = new byte[2_000_000];
        Arrays.fill(deep, (byte) 2);

        assertUndecodable(record(id, deep), "");
    }

    @Test
    void neverFailsOtherwiseOnRandomBytes() {
        byte[] whole = write(sample());
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = whole.clone();
            for (int hits = random.nextInt(4) + 1; hits > 0; hits--) {
                damaged[5 + random.nextInt(damaged.length - 5)] = (byte) random.nextInt();
            }
            try {
                read(damaged);
            } catch (SerializationException expected) {
                assertThat(expected.getMessage()).as("seed %d", seed).contains("samples");
            }
        }
    }

    @Test
    void tellsAnUnknownSchemaFromAnAbsentRegistry() {
        assertThatThrownBy(() -> read(record(77))).isInstanceOf(UnknownSchemaException.class);

        registry.close();
        assertThatThrownBy(() -> read(record(78)))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("does not answer")
                .isNotInstanceOf(SerializationException.class);
    }

    @Test
    void writesWellAfterAFailedWrite() {
        Sample incomplete = new Sample();
        incomplete.put(0, "left over");

        assertThatThrownBy(() -> write(incomplete)).isInstanceOf(SerializationException.class);

        assertThat(read(write(sample()))).isEqualTo(sample());
    }

    @Test
    void writesRecordsOfAnySizeAndKeepsNoHugeBuffer() {
        Sample huge = new Sample(
                "x".repeat(1_000_000),
                1,
                Instant.EPOCH,
                BigDecimal.ONE.setScale(4),
                Flavour.SWEET,
                List.of(),
                Map.of());

        assertThat(read(write(huge))).isEqualTo(huge);
        assertThat(read(write(sample()))).isEqualTo(sample());

        RecordBuffer buffer = new RecordBuffer();
        buffer.begin();
        buffer.write(new byte[1_000_000], 0, 1_000_000);
        assertThat(buffer.isOversized()).isTrue();
        assertThat(buffer.finish(1)).hasSize(1_000_005);
    }

    @Test
    void trustsGeneratedClassesOfOnsaleOnly() {
        assertThat(TrustedClasses.isGenerated(Sample.class)).isTrue();
        assertThat(TrustedClasses.isGenerated(Flavour.class)).isTrue();
        assertThat(TrustedClasses.isGenerated(AvroSerdesTest.class)).isFalse();
        assertThat(TrustedClasses.isGenerated(ProcessBuilder.class)).isFalse();
    }

    private byte[] write(Sample sample) {
        return serde.serializer().serialize(TOPIC, sample);
    }

    private Sample read(byte[] record) {
        return serde.deserializer().deserialize(TOPIC, record);
    }

    private void assertUndecodable(byte[] record, String why) {
        assertThatThrownBy(() -> read(record))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(why);
    }

    private static byte[] record(int id, int... body) {
        byte[] bytes = new byte[body.length];
        for (int i = 0; i < body.length; i++) {
            bytes[i] = (byte) body[i];
        }
        return record(id, bytes);
    }

    private static byte[] record(int id, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(id)
                .put(body)
                .array();
    }

    private static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static Sample sample() {
        return new Sample(
                "한국-1",
                42,
                Instant.ofEpochMilli(1_700_000_000_123L),
                new BigDecimal("1.2500"),
                Flavour.SALTY,
                List.of(new Part("a", null), new Part("b", "note")),
                Map.of("k", "v"));
    }
}
