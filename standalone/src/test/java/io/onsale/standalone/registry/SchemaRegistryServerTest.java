package io.onsale.standalone.registry;

import static io.onsale.standalone.registry.RegistryCalls.body;
import static io.onsale.standalone.registry.RegistryCalls.bodyReferringTo;
import static io.onsale.standalone.registry.RegistryCalls.code;
import static io.onsale.standalone.registry.RegistryCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.standalone.kafka.EmbeddedBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class SchemaRegistryServerTest {
    private static final String ONE = "{'type':'record','name':'R','fields':[{'name':'a','type':'int'}]}";
    private static final String TWO =
            "{'type':'record','name':'R','fields':[{'name':'a','type':'int'},{'name':'b','type':'int','default':0}]}";
    private static final String BAD =
            "{'type':'record','name':'R','fields':[{'name':'a','type':'int'},{'name':'c','type':'int'}]}";

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static SchemaRegistryServer server;
    private static RegistryCalls registry;

    /** Each test has subjects of its own. */
    private String subject = "";

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(folder, 0);
        server = SchemaRegistryServer.start(RegistryServerSettings.local(broker.bootstrapServers(), 0));
        registry = new RegistryCalls(server.url());
    }

    @AfterAll
    static void stop() {
        registry.close();
        server.close();
        broker.close();
    }

    @BeforeEach
    void nameSubject(TestInfo test) {
        subject = test.getTestMethod().orElseThrow().getName() + "-value";
    }

    @Test
    void givesTheSameIdToTheSameSchemaUnderAnySubject() {
        int id = registry.id(subject, ONE);

        assertThat(id).isPositive();
        assertThat(registry.id(subject, ONE)).isEqualTo(id);
        assertThat(registry.id(subject, ONE.replace(",", " ,\\n ".replace("\\n", "\n"))))
                .isEqualTo(id);
        assertThat(registry.id(subject + "2", ONE)).isEqualTo(id);
        assertThat(registry.get("/subjects/" + subject + "/versions")).isEqualTo("200 [1]");
        assertThat(json(registry.get("/schemas/ids/" + id + "/subjects")).toString())
                .contains(subject, subject + "2");
    }

    @Test
    void numbersVersionsAndTellsThemAgain() {
        int first = registry.id(subject, ONE);
        int second = registry.id(subject, TWO);

        assertThat(second).isNotEqualTo(first);
        var latest = json(registry.get("/subjects/" + subject + "/versions/latest"));
        assertThat(latest.path("version").asInt()).isEqualTo(2);
        assertThat(latest.path("id").asInt()).isEqualTo(second);
        assertThat(registry.get("/subjects/" + subject + "/versions/1/schema")).contains("\\\"name\\\":\\\"a\\\"");
        assertThat(json(registry.get("/schemas/ids/" + second)).path("schema").asText())
                .contains("\"b\"");
        assertThat(json(registry.post("/subjects/" + subject, body(ONE)))
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(registry.get("/schemas/ids/" + first + "/versions")).contains("\"version\":1");
        assertThat(registry.get("/schemas?latestOnly=true&subjectPrefix=" + subject))
                .contains("\"version\":2")
                .doesNotContain("\"version\":1");
    }

    @Test
    void refusesAnIncompatibleSchemaAndSaysWhy() {
        registry.id(subject, ONE);

        String refusal = registry.register(subject, BAD);
        assertThat(refusal).startsWith("409").contains("READER_FIELD_MISSING_DEFAULT_VALUE");
        assertThat(code(refusal)).isEqualTo(409);
        assertThat(registry.post("/compatibility/subjects/" + subject + "/versions/latest", body(BAD)))
                .isEqualTo("200 {\"is_compatible\":false}");
        assertThat(registry.post("/compatibility/subjects/" + subject + "/versions?verbose=true", body(BAD)))
                .contains("\"is_compatible\":false", "READER_FIELD_MISSING_DEFAULT_VALUE");
        assertThat(registry.post("/compatibility/subjects/" + subject + "/versions/latest", body(TWO)))
                .isEqualTo("200 {\"is_compatible\":true}");
    }

    @Test
    void keepsALevelPerSubject() {
        String config = "/config/" + subject;
        registry.id(subject, ONE);

        assertThat(code(registry.get(config))).isEqualTo(40408);
        assertThat(registry.get(config + "?defaultToGlobal=true"))
                .isEqualTo("200 {\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(registry.put(config, "{\"compatibility\":\"NONE\"}")).isEqualTo("200 {\"compatibility\":\"NONE\"}");
        assertThat(registry.id(subject, BAD)).isPositive();
        assertThat(code(registry.put(config, "{\"compatibility\":\"SOME\"}"))).isEqualTo(42203);
        assertThat(registry.delete(config)).isEqualTo("200 {\"compatibilityLevel\":\"NONE\"}");
        assertThat(code(registry.delete(config))).isEqualTo(40401);
    }

    @Test
    void deletesVersionsSoftlyFirst() {
        registry.id(subject, ONE);
        int second = registry.id(subject, TWO);
        String versions = "/subjects/" + subject + "/versions";

        assertThat(code(registry.delete(versions + "/1?permanent=true"))).isEqualTo(40407);
        assertThat(registry.delete(versions + "/1")).isEqualTo("200 1");
        assertThat(code(registry.delete(versions + "/1"))).isEqualTo(40406);
        assertThat(registry.get(versions)).isEqualTo("200 [2]");
        assertThat(registry.get(versions + "?deleted=true")).isEqualTo("200 [1,2]");
        assertThat(registry.get(versions + "?deletedOnly=true")).isEqualTo("200 [1]");
        assertThat(code(registry.get(versions + "/1"))).isEqualTo(40402);
        assertThat(registry.get(versions + "/1?deleted=true")).contains("\"deleted\":true");
        assertThat(registry.delete(versions + "/1?permanent=true")).isEqualTo("200 1");
        assertThat(registry.get(versions + "?deleted=true")).isEqualTo("200 [2]");
        assertThat(registry.get("/schemas/ids/" + second)).startsWith("200");
    }

    @Test
    void deletesSubjectsSoftlyFirstAndNeverGivesAnIdTwice() {
        int id = registry.id(subject, "{'type':'enum','name':'OnlyHere','symbols':['A']}");
        String path = "/subjects/" + subject;

        assertThat(code(registry.delete(path + "?permanent=true"))).isEqualTo(40405);
        assertThat(registry.delete(path)).isEqualTo("200 [1]");
        assertThat(code(registry.delete(path))).isEqualTo(40404);
        assertThat(registry.get("/subjects")).doesNotContain(subject);
        assertThat(registry.get("/subjects?deleted=true")).contains(subject);
        assertThat(registry.get("/schemas/ids/" + id)).startsWith("200");
        assertThat(registry.delete(path + "?permanent=true")).isEqualTo("200 [1]");
        assertThat(code(registry.delete(path))).isEqualTo(40401);
        assertThat(code(registry.get("/schemas/ids/" + id))).isEqualTo(40403);
        assertThat(registry.get("/subjects?deleted=true")).doesNotContain(subject, "ID_FLOOR");
        assertThat(registry.id(subject, "{'type':'enum','name':'OnlyThere','symbols':['A']}"))
                .isGreaterThan(id);
    }

    @Test
    void aDeletedSubjectGoesOnCountingItsVersions() {
        registry.id(subject, ONE);
        registry.delete("/subjects/" + subject);

        assertThat(registry.id(subject, BAD)).isPositive();
        assertThat(registry.get("/subjects/" + subject + "/versions")).isEqualTo("200 [2]");
    }

    @Test
    void resolvesReferencesAndKeepsWhatIsReferredTo() {
        registry.id(subject, "{'type':'enum','name':'x.Colour','symbols':['RED']}");
        String referrer = "{'type':'record','name':'x.Car','fields':[{'name':'c','type':'x.Colour'}]}";
        String car = subject + "-car";

        assertThat(code(registry.register(car, referrer))).isEqualTo(42201);
        String registered =
                registry.post("/subjects/" + car + "/versions", bodyReferringTo(referrer, "x.Colour", subject, 1));
        int id = json(registered).path("id").asInt();

        assertThat(registry.get("/schemas/ids/" + id))
                .contains("\"references\":[{\"name\":\"x.Colour\"")
                .doesNotContain("RED");
        assertThat(registry.get("/subjects/" + subject + "/versions/1/referencedby"))
                .isEqualTo("200 [" + id + "]");
        assertThat(code(registry.delete("/subjects/" + subject))).isEqualTo(42206);
        assertThat(code(registry.delete("/subjects/" + subject + "/versions/1")))
                .isEqualTo(42206);
        assertThat(registry.delete("/subjects/" + car)).isEqualTo("200 [1]");
        assertThat(registry.delete("/subjects/" + subject)).isEqualTo("200 [1]");
        assertThat(code(registry.post(
                        "/subjects/" + car + "/versions", bodyReferringTo(referrer, "x.Colour", subject, 1))))
                .isEqualTo(42201);
    }

    @Test
    void findsANormalisedSchemaHoweverItsPropertiesAreOrdered() {
        String schema = "{'type':'record','name':'N','fields':[],'p':1,'q':2}";
        String other = "{'q':2,'p':1,'fields':[],'name':'N','type':'record'}";
        int id = json(registry.post("/subjects/" + subject + "/versions?normalize=true", body(schema)))
                .path("id")
                .asInt();

        assertThat(code(registry.post("/subjects/" + subject, body(other)))).isEqualTo(40403);
        assertThat(json(registry.post("/subjects/" + subject + "?normalize=true", body(other)))
                        .path("id")
                        .asInt())
                .isEqualTo(id);
    }

    @Test
    void obeysModes() {
        registry.id(subject, ONE);
        String mode = "/mode/" + subject;

        assertThat(code(registry.get(mode))).isEqualTo(40409);
        assertThat(registry.put(mode, "{\"mode\":\"READONLY\"}")).isEqualTo("200 {\"mode\":\"READONLY\"}");
        assertThat(code(registry.register(subject, TWO))).isEqualTo(42205);
        assertThat(code(registry.delete("/subjects/" + subject))).isEqualTo(42205);
        assertThat(registry.id(subject, ONE)).isPositive();
        assertThat(code(registry.put(mode, "{\"mode\":\"SLEEP\"}"))).isEqualTo(42204);
        assertThat(code(registry.put(mode, "{\"mode\":\"IMPORT\"}"))).isEqualTo(42205);
        assertThat(registry.delete(mode)).isEqualTo("200 {\"mode\":\"READONLY\"}");
        assertThat(registry.get("/mode")).isEqualTo("200 {\"mode\":\"READWRITE\"}");
    }

    @Test
    void importsSchemasUnderTheirOwnIds() {
        String mode = "/mode/" + subject;
        String imported =
                "{\"schema\":\"{\\\"type\\\":\\\"enum\\\",\\\"name\\\":\\\"I\\\",\\\"symbols\\\":[\\\"A\\\"]}\",\"id\":100077,\"version\":5}";
        assertThat(code(registry.post("/subjects/" + subject + "/versions", imported)))
                .isEqualTo(42205);

        registry.put(mode, "{\"mode\":\"IMPORT\"}");

        assertThat(json(registry.post("/subjects/" + subject + "/versions", imported))
                        .path("id")
                        .asInt())
                .isEqualTo(100_077);
        assertThat(registry.get("/subjects/" + subject + "/versions")).isEqualTo("200 [5]");
        assertThat(code(registry.post(
                        "/subjects/" + subject + "/versions", imported.replace("\\\"A\\\"", "\\\"B\\\""))))
                .isEqualTo(42205);
    }

    @Test
    void answersMistakesWithTheCodesOfTheOriginal() {
        registry.id(subject, ONE);
        String versions = "/subjects/" + subject + "/versions";

        assertThat(code(registry.get("/subjects/nobody/versions"))).isEqualTo(40401);
        assertThat(code(registry.get("/subjects/nobody/versions/1"))).isEqualTo(40401);
        assertThat(code(registry.get(versions + "/9"))).isEqualTo(40402);
        assertThat(code(registry.get(versions + "/0"))).isEqualTo(42202);
        assertThat(code(registry.get(versions + "/first"))).isEqualTo(42202);
        assertThat(code(registry.get("/schemas/ids/999999"))).isEqualTo(40403);
        assertThat(code(registry.get("/schemas/ids/x"))).isEqualTo(40403);
        assertThat(code(registry.post("/subjects/nobody", body(ONE)))).isEqualTo(40401);
        assertThat(code(registry.post("/subjects/" + subject, body(TWO)))).isEqualTo(40403);
        assertThat(code(registry.register(subject, "{'type':'nonsense'}"))).isEqualTo(42201);
        assertThat(code(registry.register(subject, ""))).isEqualTo(42201);
        assertThat(code(registry.post(versions, "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}")))
                .isEqualTo(42201);
        assertThat(code(registry.register("__GLOBAL", ONE))).isEqualTo(42208);
        assertThat(code(registry.post(versions, "{not json"))).isEqualTo(400);
        assertThat(code(registry.get("/nothing/here"))).isEqualTo(404);
        assertThat(code(registry.put("/subjects", "{}"))).isEqualTo(405);
        assertThat(registry.post(versions, body("x".repeat(1_000_000)))).startsWith("413");
    }

    @Test
    void saysWhatItIs() {
        assertThat(registry.get("/")).isEqualTo("200 {}");
        assertThat(registry.get("/schemas/types")).isEqualTo("200 [\"AVRO\"]");
        assertThat(registry.get("/contexts")).isEqualTo("200 [\".\"]");
        assertThat(registry.get("/config")).isEqualTo("200 {\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(registry.get("/v1/metadata/id")).contains("schema-registry-cluster");
    }

    @Test
    void takesSubjectsWithAnyCharacters() {
        String odd = "a%2Fb%20c+d%25";

        assertThat(registry.id(odd, ONE)).isPositive();

        assertThat(registry.get("/subjects")).contains("a/b c+d%");
        assertThat(registry.get("/subjects/" + odd + "/versions")).isEqualTo("200 [1]");
    }

    @Test
    void saysWhichPortIsBusy() {
        int port = java.net.URI.create(server.url()).getPort();

        assertThatThrownBy(
                        () -> SchemaRegistryServer.start(RegistryServerSettings.local(broker.bootstrapServers(), port)))
                .isInstanceOf(RegistryStartException.class)
                .hasMessageContaining("port " + port);
    }
}
