package io.onsale.analytics.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.accounts.AccountOpened;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.admission.Cohort;
import io.onsale.schemas.admission.FanRated;
import io.onsale.schemas.admission.JoinedPlace;
import io.onsale.schemas.admission.Tier;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsHeld;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.api.Test;

class BodyJsonTest {

    @Test
    void writesANestedBodyCompactlyWithPeopleUnderPseudonyms() throws IOException {
        var held = new SeatsHeld(
                "h1",
                "fan-1",
                "p1",
                List.of(new PricedSeat("A-1-1", "A", "1", 1, "VIP", 150_000L)),
                "KRW",
                150_000L,
                "base-1",
                Instant.parse("2026-12-01T11:08:00Z"),
                List.of(),
                0L,
                0L,
                null,
                null,
                null);

        assertThat(json(held))
                .isEqualTo("{\"hold_id\":\"h1\",\"fan_id\":\"<fan-1>\",\"performance_id\":\"p1\","
                        + "\"seats\":[{\"seat_id\":\"A-1-1\",\"section\":\"A\",\"row\":\"1\",\"number\":1,\"grade\":\"VIP\",\"price\":150000}],"
                        + "\"currency\":\"KRW\",\"total\":150000,\"rule_version\":\"base-1\",\"expires_at\":\"2026-12-01T11:08:00Z\","
                        + "\"areas\":[],\"fee_per_ticket\":0,\"fees\":0}");
    }

    @Test
    void leavesSealedBytesOfAPersonOut() throws IOException {
        ByteBuffer sealed = ByteBuffer.wrap("sealed".getBytes(UTF_8));

        assertThat(json(new AccountOpened("a1", Role.FAN, sealed, sealed, null)))
                .isEqualTo("{\"account_id\":\"<a1>\",\"role\":\"FAN\"}");
    }

    @Test
    void leavesSecretsOutWhateverTheirType() throws IOException {
        var record = one("{\"name\":\"x\",\"type\":\"string\",\"privacy\":\"secret\"}", "hunter2");

        assertThat(json(record)).isEqualTo("{}");
    }

    @Test
    void takesAFieldWithoutAMarkForASecret() throws IOException {
        assertThat(json(one("{\"name\":\"x\",\"type\":\"string\"}", "who knows")))
                .isEqualTo("{}");
    }

    @Test
    void appliesTheMarksOfRecordsInsideArrays() throws IOException {
        String field = """
                {"name":"x","privacy":"none","type":{"type":"array","items":{"type":"record","name":"N","fields":[
                 {"name":"who","type":"string","privacy":"personal"},{"name":"key","type":"bytes","privacy":"secret"}]}}}""";
        Schema nested = schema(field).getField("x").schema().getElementType();
        var element = new GenericData.Record(nested);
        element.put("who", "a1");
        element.put("key", ByteBuffer.allocate(1));

        assertThat(json(one(field, List.of(element)))).isEqualTo("{\"x\":[{\"who\":\"<a1>\"}]}");
    }

    @Test
    void replacesEveryIdentifierOfAPersonalList() throws IOException {
        String field = "{\"name\":\"x\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"privacy\":\"personal\"}";

        assertThat(json(one(field, List.of("a", "b")))).isEqualTo("{\"x\":[\"<a>\",\"<b>\"]}");
    }

    @Test
    void leavesOutWhatIsPersonalAndNoIdentifier() throws IOException {
        assertThat(json(one("{\"name\":\"x\",\"type\":\"long\",\"privacy\":\"personal\"}", 19_840_102L)))
                .isEqualTo("{}");
    }

    @Test
    void leavesOutWhatWasWrittenAboutAPerson() throws IOException {
        assertThat(json(new FanRated("ann", Tier.NONE, 900, "shouted at the door", null)))
                .isEqualTo("{\"fan_id\":\"<ann>\",\"tier\":\"NONE\",\"suspicion\":900}");
    }

    @Test
    void leavesOutByWhichAnybodyFindsAPersonInThePublicRoster() throws IOException {
        var place = new JoinedPlace(
                1L,
                "ann",
                ByteBuffer.allocate(16),
                Instant.parse("2026-12-01T11:00:00Z"),
                Cohort.FIRST,
                Tier.NONE,
                0,
                0,
                ByteBuffer.allocate(0),
                1L,
                2L,
                3L);

        assertThat(json(place))
                .isEqualTo("{\"sequence\":1,\"fan_id\":\"<ann>\",\"joined_at\":\"2026-12-01T11:00:00Z\","
                        + "\"cohort\":\"FIRST\",\"tier\":\"NONE\",\"purchases\":0,\"suspicion\":0,\"request\":\"\"}");
    }

    @Test
    void leavesOutWhatIsPersonalInAFormNobodyKnows() throws IOException {
        String field = "{\"name\":\"x\",\"type\":\"string\",\"privacy\":\"personal\",\"form\":\"poem\"}";

        assertThat(json(one(field, "who knows"))).isEqualTo("{}");
    }

    private static Schema schema(String field) {
        return new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"R\",\"fields\":[" + field + "]}");
    }

    private static IndexedRecord one(String field, Object value) {
        var record = new GenericData.Record(schema(field));
        record.put(0, value);
        return record;
    }

    private static String json(IndexedRecord record) throws IOException {
        var target = new ByteArrayOutputStream();
        new BodyJson(id -> "<" + id + ">").write(record, target);
        return target.toString(UTF_8);
    }
}
