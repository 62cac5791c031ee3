package io.onsale.topologies.catalogue.domain;

import static io.onsale.topologies.catalogue.domain.Definitions.billing;
import static io.onsale.topologies.catalogue.domain.Definitions.in;
import static io.onsale.topologies.catalogue.domain.Definitions.on;
import static io.onsale.topologies.catalogue.domain.Definitions.performance;
import static io.onsale.topologies.catalogue.domain.Definitions.priced;
import static io.onsale.topologies.catalogue.domain.Definitions.section;
import static io.onsale.topologies.catalogue.domain.Definitions.sold;
import static io.onsale.topologies.catalogue.domain.Definitions.terms;
import static io.onsale.topologies.catalogue.domain.Definitions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionRulesTest {

    private static final String LONG = "x".repeat(65);
    private static final List<Row> ROWS = List.of(new Row("1", 2));

    private final DefinitionRules rules = new DefinitionRules();

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("title", with(billing(" ", "", "concert", 0))),
                arguments("title", with(billing("x".repeat(201), "", "concert", 0))),
                arguments("description", with(billing("A show", "x".repeat(10_001), "concert", 0))),
                arguments("category", with(billing("A show", "", LONG, 0))),
                arguments("age_limit", with(billing("A show", "", "concert", -1))),
                arguments("currency", with(terms("XYZ", 4, 480))),
                arguments("currency", with(terms("krw", 4, 480))),
                arguments("ticket_limit", with(terms("KRW", 0, 480))),
                arguments("ticket_limit", with(terms("KRW", 101, 480))),
                arguments("hold_seconds", with(terms("KRW", 4, 4))),
                arguments("hold_seconds", with(terms("KRW", 4, 3_601))),
                arguments("performances", on(List.of())),
                arguments("performances", on(performances(51))),
                arguments("performances[0].performance_id", on(List.of(performance("", "")))),
                arguments("performances[0].label", on(List.of(performance("n1", LONG)))),
                arguments("performances[1].performance_id", on(List.of(performance("n1", ""), performance("n1", "")))));
    }

    static Stream<Arguments> wronglySeated() {
        return Stream.of(
                arguments("sections", in()),
                arguments("sections", in(sections(501, 1))),
                arguments("sections", in(sections(3, 66_667))),
                arguments("sections[0].name", in(section(LONG, ROWS, Map.of()))),
                arguments("sections[1].name", in(section("A", ROWS, Map.of()), twin())),
                arguments("sections[0].mode", in(sold(BookingMode.QUANTITY))),
                arguments("sections[0].mode", in(sold(BookingMode.SLOT))),
                arguments("sections[0].price", in(priced(-1))),
                arguments("sections[0].price", in(priced(1_000_000_000_001L))),
                arguments("sections[0].rows", in(section("A", List.of(), Map.of()))),
                arguments("sections[0].rows[0].name", in(section("A", List.of(new Row("", 1)), Map.of()))),
                arguments("sections[0].rows[0].seats", in(section("A", List.of(new Row("1", 0)), Map.of()))),
                arguments(
                        "sections[0].rows[1].name",
                        in(section("A", List.of(new Row("1", 1), new Row("1", 1)), Map.of()))),
                arguments("sections[0].seat_attributes", in(section("A", ROWS, Map.of(LONG, List.of("1-1"))))),
                arguments("sections[0].seat_attributes", in(section("A", ROWS, Map.of("aisle", List.of("1-3"))))),
                arguments("sections[0].seat_attributes", in(section("A", ROWS, Map.of("aisle", List.of("1-01"))))),
                arguments("sections[0].seat_attributes", in(section("A", ROWS, Map.of("aisle", List.of("9-1"))))),
                arguments("sections[0].seat_attributes", in(section("A", ROWS, Map.of("aisle", List.of("1"))))));
    }

    @ParameterizedTest
    @MethodSource({"wrong", "wronglySeated"})
    void refusesWhatIsWrongAndNamesTheField(String field, ShowDefinition definition) {
        Refusal refusal = rules.judge(definition);

        assertThat(refusal).isNotNull().satisfies(why -> {
            assertThat(why.code()).isEqualTo("invalid_event");
            assertThat(why.subjects()).containsExactly(field);
            assertThat(why.detail()).startsWith(field + " ");
        });
    }

    static Stream<ShowDefinition> right() {
        return Stream.of(
                Definitions.right(),
                with(billing("x".repeat(200), "x".repeat(10_000), "x".repeat(64), 150)),
                with(terms("EUR", 1, 5)),
                with(terms("USD", 100, 3_600)),
                on(performances(50)),
                in(sections(500, 400)),
                in(priced(0)),
                in(priced(1_000_000_000_000L)));
    }

    @ParameterizedTest
    @MethodSource("right")
    void letsPassWhatIsWithinTheLimits(ShowDefinition right) {
        assertThat(rules.judge(right)).isNull();
    }

    @Test
    void refusesSectionsWhoseSeatsWouldHaveTheSameIds() {
        Section dashed = section("A-1", List.of(new Row("2", 1)), Map.of());
        Section plain = section("A", List.of(new Row("1-2", 1)), Map.of());

        assertThat(rules.judge(in(dashed, plain)))
                .extracting(Refusal::subjects)
                .isEqualTo(List.of("sections[1].rows[0].name"));
    }

    @Test
    void refusesMoreSeatsInAllPerformancesThanAnEventMaySell() {
        ShowDefinition most = selling(performances(50), sections(1, 10_000));
        ShowDefinition tooMany = selling(performances(50), sections(1, 10_001));

        assertThat(rules.judge(most)).isNull();
        assertThat(rules.judge(tooMany)).extracting(Refusal::subjects).isEqualTo(List.of("performances"));
    }

    @Test
    void namesEveryFieldThatIsWrongButNotThousands() {
        assertThat(rules.judge(with(terms("", 0, 0))))
                .extracting(Refusal::subjects)
                .isEqualTo(List.of("currency", "ticket_limit", "hold_seconds"));
        List<Row> rows =
                IntStream.range(0, 1_000).mapToObj(i -> new Row("r" + i, 0)).toList();
        assertThat(rules.judge(in(section("A", rows, Map.of()))))
                .satisfies(why -> assertThat(why.subjects()).hasSize(10));
    }

    private static ShowDefinition selling(List<Performance> performances, List<Section> sections) {
        ShowDefinition right = Definitions.right();
        return new ShowDefinition(right.billing(), right.terms(), right.conditions(), performances, sections);
    }

    private static Section twin() {
        return section("A", List.of(new Row("2", 2)), Map.of());
    }

    private static List<Performance> performances(int count) {
        return IntStream.range(0, count).mapToObj(i -> performance("n" + i, "")).toList();
    }

    private static List<Section> sections(int count, int seats) {
        return IntStream.range(0, count)
                .mapToObj(i -> section("S" + i, List.of(new Row("1", seats)), Map.of()))
                .toList();
    }
}
