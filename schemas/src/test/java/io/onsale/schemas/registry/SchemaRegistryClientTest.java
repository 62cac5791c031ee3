package io.onsale.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryClientTest {
    private static final Schema SCHEMA =
            SchemaBuilder.record("r").fields().requiredInt("n").endRecord();

    private final FakeRegistry registry = new FakeRegistry();
    private final SchemaRegistryClient client = registry.client();

    @AfterEach
    void close() {
        client.close();
        registry.close();
    }

    @Test
    void asksOnceForWhatManyThreadsWantAtOnce() {
        int id = registry.add(SCHEMA.toString());

        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = IntStream.range(0, 100)
                    .mapToObj(i -> threads.submit(() -> client.schema(id)))
                    .toList();
            assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(SCHEMA));
        }

        assertThat(registry.requests()).containsExactly("GET /schemas/ids/1");
    }

    @Test
    void asksOnceForAnIdThatIsNotThere() {
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> client.schema(404))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessageContaining("404");
        }

        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void neverAsksForAnIdThatNoRegistryGives() {
        assertThatThrownBy(() -> client.schema(-1)).isInstanceOf(UnknownSchemaException.class);

        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void forgetsUnknownIdsAfterAWhileAndTheOldestWhenFull() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
        UnknownIds ids = new UnknownIds(2, Duration.ofNanos(10), now::get);

        ids.add(1);
        ids.add(2);
        ids.add(3);

        assertThat(IntStream.rangeClosed(1, 3).filter(ids::contains)).containsExactly(2, 3);
        now.addAndGet(10);
        assertThat(IntStream.rangeClosed(1, 3).filter(ids::contains)).isEmpty();
    }

    @Test
    void triesAgainWhenTheRegistryFailsForAMoment() {
        registry.failNext(2);

        assertThat(registry.client(Duration.ofSeconds(10)).register("s", SCHEMA))
                .isEqualTo(1);
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void saysSoWhenTheRegistryStaysAwayAndRecoversWithIt() {
        int port = registry.port();
        registry.close();
        assertThatThrownBy(() -> client.schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("127.0.0.1:" + port);

        try (FakeRegistry again = new FakeRegistry(port)) {
            again.add(SCHEMA.toString());
            assertThat(client.schema(1)).isEqualTo(SCHEMA);
        }
    }

    @Test
    void turnsToTheNextAddressWhenOneIsAway() {
        FakeRegistry away = new FakeRegistry();
        away.close();
        int id = registry.add(SCHEMA.toString());

        try (var both = new SchemaRegistryClient(RegistrySettings.of(away.url() + "/, " + registry.url()))) {
            assertThat(both.schema(id)).isEqualTo(SCHEMA);
        }
    }

    @Test
    void takesAPageThatIsNoRegistrysForAnAbsentRegistry() {
        registry.plan("/schemas/ids/9", 404, "<html>not here</html>");
        assertThatThrownBy(() -> client.schema(9))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("no schema registry");

        registry.plan("/schemas/ids/9", 404, "{\"error\":\"no such route\"}");
        assertThatThrownBy(() -> client.schema(9)).isInstanceOf(RegistryUnavailableException.class);

        registry.plan("/schemas/ids/9", 401, "{\"error_code\":40101,\"message\":\"who are you\"}");
        assertThatThrownBy(() -> client.schema(9))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("who are you");
    }

    @Test
    void doesNotRepeatARefusal() {
        registry.plan("/subjects/s/versions", 409, "{\"error_code\":409,\"message\":\"incompatible\"}");

        assertThatThrownBy(() -> client.register("s", SCHEMA))
                .isInstanceOfSatisfying(RegistryRefusedException.class, refused -> {
                    assertThat(refused.errorCode()).isEqualTo(409);
                    assertThat(refused).hasMessageContaining("incompatible");
                });
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void resolvesWhatASchemaRefersToFirst() {
        registry.plan(
                "/schemas/ids/5",
                200,
                answer("{'type':'record','name':'a.A','fields':[{'name':'b','type':'a.B'}]}", "b"));
        registry.plan(
                "/subjects/b/versions/1?deleted=true",
                200,
                answer("{'type':'record','name':'a.B','fields':[{'name':'c','type':'a.C'}]}", "c"));
        registry.plan(
                "/subjects/c/versions/1?deleted=true", 200, answer("{'type':'enum','name':'a.C','symbols':['X']}"));

        Schema schema = client.schema(5);

        assertThat(schema.getField("b").schema().getField("c").schema().getEnumSymbols())
                .containsExactly("X");
    }

    @Test
    void countsASchemaThatAvroCannotUseAsUnknown() {
        registry.plan("/schemas/ids/6", 200, "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}");
        registry.plan("/schemas/ids/7", 200, answer("{'type':'nonsense'}"));
        registry.plan("/schemas/ids/8", 200, answer("'a.Missing'", "missing"));
        registry.plan("/subjects/missing/versions/1?deleted=true", 404, "{\"error_code\":40401,\"message\":\"none\"}");

        for (int id = 6; id <= 8; id++) {
            int wanted = id;
            assertThatThrownBy(() -> client.schema(wanted)).isInstanceOf(UnknownSchemaException.class);
        }
    }

    @Test
    void logsInWhereAskedTo() {
        var settings = RegistrySettings.of(registry.url()).withLogin("user", "pass");

        try (var known = new SchemaRegistryClient(settings)) {
            known.register("s", SCHEMA);
        }

        assertThat(registry.lastAuthorization()).isEqualTo("Basic dXNlcjpwYXNz");
        assertThat(settings.toString()).doesNotContain("pass");
    }

    @Test
    void refusesAddressesThatCannotBeRight() {
        for (String wrong : new String[] {"", "localhost:8081", "ftp://h", "http://user:pass@h", "http://a b"}) {
            assertThatThrownBy(() -> RegistrySettings.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void recognisesAnAbsentRegistryBehindOtherExceptions() {
        var away = new RegistryUnavailableException("away", null);

        assertThat(RegistryUnavailableException.isCauseOf(new IllegalStateException(new RuntimeException(away))))
                .isTrue();
        assertThat(RegistryUnavailableException.isCauseOf(new IllegalStateException()))
                .isFalse();
    }

    private static String answer(String schema, String... subjects) {
        StringBuilder references = new StringBuilder();
        for (String subject : subjects) {
            references.append("{\"name\":\"n\",\"subject\":\"%s\",\"version\":1}".formatted(subject));
        }
        return "{\"schema\":\"%s\",\"references\":[%s]}".formatted(schema.replace("'", "\\\""), references);
    }
}
