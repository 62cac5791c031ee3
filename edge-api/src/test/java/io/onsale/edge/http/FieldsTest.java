package io.onsale.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void readsWhatIsThere() {
        Fields fields = fields("""
                {"title": "Night", "limit": 4, "at": "2026-12-01T20:00:00+09:00", "open": true, "tags": ["a", "b"],
                 "sections": [{"name": "A"}], "nothing": null}
                """);
        assertThat(fields.text("title", 1, 10)).isEqualTo("Night");
        assertThat(fields.number("limit", 1, 10)).isEqualTo(4);
        assertThat(fields.number("other", 1, 10, 7)).isEqualTo(7);
        assertThat(fields.instant("at")).isEqualTo(Instant.parse("2026-12-01T11:00:00Z"));
        assertThat(fields.flag("open")).isTrue();
        assertThat(fields.flag("shut")).isFalse();
        assertThat(fields.texts("tags", 0, 5, 5)).containsExactly("a", "b");
        assertThat(fields.objects("sections", 1, 5).getFirst().text("name", 1, 5))
                .isEqualTo("A");
        assertThat(fields.optionalText("nothing", 5)).isEmpty();
        assertThat(fields.optionalObject("nothing")).isEmpty();
    }

    @Test
    void namesAMissingField() {
        assertProblem("{}", fields -> fields.text("title", 1, 5), "missing_field", "title");
        assertProblem("{\"title\":null}", fields -> fields.text("title", 1, 5), "missing_field", "title");
    }

    @Test
    void namesAFieldDeepInside() {
        assertProblem(
                "{\"sections\":[{\"rows\":[{\"seats\":1},{\"seats\":\"many\"}]}]}",
                fields -> fields.objects("sections", 1, 5)
                        .getFirst()
                        .objects("rows", 1, 5)
                        .get(1)
                        .number("seats", 1, 5),
                "invalid_field",
                "sections[0].rows[1].seats");
    }

    @Test
    void refusesNumbersThatAreNotWholeOrTooLarge() {
        for (String number : new String[] {"1.0", "1e2", "\"1\"", "true", "11", "-1", "9223372036854775808", "[1]"}) {
            assertProblem("{\"n\":" + number + "}", fields -> fields.number("n", 0, 10), "invalid_field", "n");
        }
    }

    @Test
    void refusesTextThatIsTooLongBlankOrUnprintable() {
        for (String text : new String[] {"", " ", "abcdef", "a\\nb", "a\\u0000", "a\\ud800", "\\udc00\\ud800"}) {
            assertProblem("{\"t\":\"" + text + "\"}", fields -> fields.text("t", 1, 5), "invalid_field", "t");
        }
    }

    @Test
    void refusesInstantsThatAreNone() {
        for (String text : new String[] {
            "tomorrow",
            "2026-12-01",
            "2026-12-01T11:00:00",
            "2026-13-01T11:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "1999-01-01T00:00:00Z"
        }) {
            assertProblem("{\"t\":\"" + text + "\"}", fields -> fields.instant("t"), "invalid_field", "t");
        }
    }

    @Test
    void saysHowManyCharactersThereHaveToBe() {
        Fields fields = fields("{\"code\":\"1234\"}");

        assertThatThrownBy(() -> fields.text("code", 8, 8)).hasMessageContaining("has to have 8 characters");
        assertThatThrownBy(() -> fields.text("code", 6, 8)).hasMessageContaining("has to have from 6 to 8 characters");
    }

    @Test
    void refusesListsThatAreTooLongOrOfSomethingElse() {
        assertProblem("{\"l\":[\"a\",\"b\"]}", fields -> fields.texts("l", 0, 1, 5), "invalid_field", "l");
        assertProblem("{\"l\":\"a\"}", fields -> fields.texts("l", 0, 1, 5), "invalid_field", "l");
        assertProblem("{\"l\":[\"a\",null]}", fields -> fields.texts("l", 0, 5, 5), "invalid_field", "l[1]");
        assertProblem("{\"l\":[[]]}", fields -> fields.objects("l", 0, 5), "invalid_field", "l[0]");
    }

    @Test
    void hasTheSameCanonicalBytesHoweverTheClientSpelledIt() {
        assertThat(fields("{\"b\":1,\"a\":{\"d\":[1,2],\"c\":\"x\"},\"password\":\"p\"}")
                        .canonical("password"))
                .isEqualTo(fields("{ \"a\": {\"c\":\"\\u0078\",\"d\":[1, 2]},\n\"b\":1 }")
                        .canonical("password"))
                .isNotEqualTo(
                        fields("{\"a\":{\"c\":\"x\",\"d\":[2,1]},\"b\":1}").canonical("password"));
    }

    @Test
    void refusesJsonThatParsersDisagreeAbout() {
        for (String body : new String[] {
            "{\"a\":1,\"a\":2}",
            "{\"a\":1}{}",
            "{a:1}",
            "{'a':1}",
            "{\"a\":NaN}",
            "{\"a\":01}",
            "{\"a\":1,}",
            "/**/{}",
            "{\"a\":\"\t\"}",
            "{\"a\":"
        }) {
            assertThatThrownBy(() -> Json.read(body.getBytes(UTF_8)))
                    .as(body)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(400));
        }
    }

    @Test
    void saysInOurWordsWhereJsonCannotBeRead() {
        assertUnreadable("{\"sections\":[{\"name\":\"A\",\"price\":12x}]}", "sections[0].price", "missing or wrong");
        assertUnreadable("{\"a\":1,\"a\":2}", "a", "a field is there twice");
        assertUnreadable("{\"a\":{\"b\":", "a.b", "ends before it is complete");
        assertUnreadable("{\"a\":1}{}", "", "something follows after its end");
        assertThat(unreadable("{\"n\":1" + "0".repeat(100) + "}").detail()).contains("too long");
        assertThat(unreadable("[".repeat(30)).detail()).contains("nested too deeply");
    }

    private static void assertUnreadable(String json, String field, String words) {
        Problem refusal = unreadable(json);
        assertThat(refusal.detail()).contains(words).contains("line 1");
        assertThat(refusal.extras()).as(json).containsEntry("field", field);
    }

    private static Problem unreadable(String json) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> Json.read(json.getBytes(UTF_8)));
        assertThat(refusal.problem().code()).isEqualTo("malformed_json");
        assertThat(refusal.problem().detail()).doesNotContain("Stream", "Token");
        return refusal.problem();
    }

    @Test
    void refusesAFieldThatNobodyAskedForHereOrWithin() {
        assertProblem("{\"title\":\"x\",\"titel\":\"y\"}", FieldsTest::readTitleOnly, "unknown_field", "titel");
        assertProblem(
                "{\"title\":\"x\",\"rows\":[{\"seats\":1},{\"seats\":1,\"sets\":2}]}",
                fields -> {
                    fields.objects("rows", 1, 5).forEach(row -> row.number("seats", 1, 5));
                    readTitleOnly(fields);
                },
                "unknown_field",
                "rows[1].sets");
        readTitleOnly(fields("{\"title\":\"x\",\"other\":null}"));
    }

    private static void readTitleOnly(Fields fields) {
        assertThat(fields.text("title", 1, 5)).isEqualTo("x");
        fields.refuseOthers();
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[][] bodies = {
            {'{', '"', 'a', '"', ':', '"', (byte) 0xff, '"', '}'},
            {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0x80, '"', '}'},
            {'{', '"', 'a', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'},
            {(byte) 0xfe, (byte) 0xff, 0, '{', 0, '}'},
        };
        for (byte[] body : bodies) {
            assertThatThrownBy(() -> Json.read(body)).hasMessageContaining("not UTF-8");
        }
    }

    @Test
    void refusesNestingAndNumbersThatCostMoreThanTheyTell() {
        assertThatThrownBy(() -> Json.read("[".repeat(30_000).getBytes(UTF_8))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Json.read(("{\"a\":1" + "0".repeat(10_000) + "}").getBytes(UTF_8)))
                .isInstanceOf(ProblemException.class);
    }

    private static void assertProblem(String json, Consumer<Fields> read, String code, String field) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read.accept(fields(json)));
        assertThat(refusal).as(json).isNotNull();
        assertThat(refusal.problem().status()).isEqualTo(400);
        assertThat(refusal.problem().code()).isEqualTo(code);
        assertThat(refusal.problem().extras()).containsEntry("field", field);
    }

    private static Fields fields(String json) {
        return Fields.of((ObjectNode) Json.read(json.getBytes(UTF_8)));
    }
}
