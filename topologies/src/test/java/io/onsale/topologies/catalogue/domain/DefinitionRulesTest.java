package io.onsale.topologies.catalogue.domain;

import static io.onsale.topologies.catalogue.domain.Definitions.billing;
import static io.onsale.topologies.catalogue.domain.Definitions.cancelled;
import static io.onsale.topologies.catalogue.domain.Definitions.floor;
import static io.onsale.topologies.catalogue.domain.Definitions.in;
import static io.onsale.topologies.catalogue.domain.Definitions.on;
import static io.onsale.topologies.catalogue.domain.Definitions.performance;
import static io.onsale.topologies.catalogue.domain.Definitions.priced;
import static io.onsale.topologies.catalogue.domain.Definitions.reduced;
import static io.onsale.topologies.catalogue.domain.Definitions.seated;
import static io.onsale.topologies.catalogue.domain.Definitions.section;
import static io.onsale.topologies.catalogue.domain.Definitions.slot;
import static io.onsale.topologies.catalogue.domain.Definitions.terms;
import static io.onsale.topologies.catalogue.domain.Definitions.timed;
import static io.onsale.topologies.catalogue.domain.Definitions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.topologies.show.domain.BookingMode;
import io.onsale.topologies.show.domain.CancellationPolicy;
import io.onsale.topologies.show.domain.CancellationPolicy.FeeStep;
import io.onsale.topologies.show.domain.CancellationPolicy.Night;
import io.onsale.topologies.show.domain.CancellationPolicy.Returns;
import io.onsale.topologies.show.domain.Concession;
import io.onsale.topologies.show.domain.FocalPoint;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.Row;
import io.onsale.topologies.show.domain.Section;
import io.onsale.topologies.show.domain.ShowDefinition;
import io.onsale.topologies.show.domain.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
                arguments("title", with(billing("\u202e\u200b", "", "concert", 0))),
                arguments("title", with(billing("x".repeat(201), "", "concert", 0))),
                arguments("description", with(billing("A show", "x".repeat(10_001), "concert", 0))),
                arguments("category", with(billing("A show", "", LONG, 0))),
                arguments("age_limit", with(billing("A show", "", "concert", -1))),
                arguments("age_limit", with(billing("A show", "", "concert", 100))),
                arguments("currency", with(terms("XYZ", 4, 480))),
                arguments("currency", with(terms("krw", 4, 480))),
                arguments("currency", with(terms("XXX", 4, 480))),
                arguments("currency", with(terms("XTS", 4, 480))),
                arguments("currency", with(terms("XAU", 4, 480))),
                arguments("ticket_limit", with(terms("KRW", 0, 480))),
                arguments("ticket_limit", with(terms("KRW", 101, 480))),
                arguments("hold_seconds", with(terms("KRW", 4, 4))),
                arguments("hold_seconds", with(terms("KRW", 4, 3_601))),
                arguments("performances", on(List.of())),
                arguments("performances", on(performances(51))),
                arguments("performances[0].performance_id", on(List.of(performance("", "")))),
                arguments("performances[0].label", on(List.of(performance("n1", LONG)))),
                arguments(
                        "performances[1].performance_id",
                        on(List.of(performance("n1", ""), performance("n1", "other")))),
                arguments("performances[1].label", on(List.of(performance("n1", ""), performance("n2", "")))));
    }

    static Stream<Arguments> wronglySeated() {
        return Stream.of(
                arguments("sections", in()),
                arguments("sections", in(sections(501, 1))),
                arguments("sections", in(sections(3, 66_667))),
                arguments("sections", in(section("A", rows(20_001), Map.of()))),
                arguments("sections[0].name", in(section(LONG, ROWS, Map.of()))),
                arguments("sections[1].name", in(section("A", ROWS, Map.of()), twin())),
                arguments("sections[0].rows", in(seated(BookingMode.QUANTITY, 5, null))),
                arguments("sections[0].capacity", in(seated(BookingMode.SEAT, 5, null))),
                arguments("sections[0].focal_point", in(seated(BookingMode.SEAT, 0, new FocalPoint("1", 3)))),
                arguments("sections[0].capacity", in(floor(0))),
                arguments("sections[0].capacity", in(floor(-1))),
                arguments("sections[0].slots", in(floor(5, slot("noon", 1)))),
                arguments("sections[0].slots", in(timed())),
                arguments("sections[0].slots[0].name", in(timed(slot("", 1)))),
                arguments("sections[0].slots[1].name", in(timed(slot("noon", 1), slot("noon", 1)))),
                arguments("sections[0].slots[0].capacity", in(timed(slot("noon", 0)))),
                arguments("sections[0].slots[0].starts_at", in(timed(slot("early", Duration.ofMillis(-1))))),
                arguments("sections[0].slots[0].starts_at", in(timed(slot("late", Duration.ofDays(2))))),
                arguments("performances[1].starts_at", twiceAtOnce(timed(slot("noon", 1)))),
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

    static Stream<Arguments> withCompanionsElsewhere() {
        return Stream.of(
                arguments("1-9 beside its wheelchair place, 1-1", accessible(List.of("1-1", "1-5"), "1-9", "1-6")),
                arguments("1-8 beside its wheelchair place, 1-1", accessible(List.of("1-1", "1-9"), "1-8", "1-10")),
                arguments("2-2 beside its wheelchair place, 1-1", accessible(List.of("1-1"), "2-2")),
                arguments("1-1 beside its wheelchair place, 1-1", accessible(List.of("1-1"), "1-1")),
                arguments("1-4 beside a wheelchair place", accessible(List.of("1-1"), "1-2", "1-4")),
                arguments("1-2 beside a wheelchair place", accessible(List.of(), "1-2")));
    }

    private static ShowDefinition accessible(List<String> wheelchairs, String... companions) {
        Map<String, List<String>> marks = Map.of("wheelchair", wheelchairs, "companion", List.of(companions));
        return in(section("A", List.of(new Row("1", 10), new Row("2", 10)), marks));
    }

    @ParameterizedTest
    @MethodSource("withCompanionsElsewhere")
    void refusesACompanionSeatThatIsNotBesideItsWheelchairPlace(String told, ShowDefinition definition) {
        assertThat(rules.judge(definition))
                .isEqualTo(new Refusal(
                        "invalid_event",
                        "sections[0].seat_attributes.companion must have " + told + ".",
                        List.of("sections[0].seat_attributes.companion")));
    }

    static Stream<Arguments> onWrongConditions() {
        Night night = CancellationPolicy.LENIENT.night();
        return Stream.of(
                arguments("concessions[0].percent", reduced(new Concession("youth", "Youth", 0, ""))),
                arguments("concessions[0].percent", reduced(new Concession("youth", "Youth", 101, ""))),
                arguments("concessions[0].code", reduced(new Concession("", "Youth", 30, ""))),
                arguments(
                        "concessions[1].code",
                        reduced(new Concession("youth", "Youth", 30, ""), new Concession("youth", "Other", 20, ""))),
                arguments("concessions[0].until", reduced(bounded(Definitions.OPENING, null))),
                arguments("concessions[0].quota", reduced(bounded(null, 0))),
                arguments("concessions[0].sections", reduced(bounded(null, null, "nowhere"))),
                arguments("concessions[0].sections", reduced(bounded(null, null, "A", "A"))),
                arguments("cancellation.cut_off_hours", cancelled(policy(-1, List.of(), night))),
                arguments("cancellation.fees[0].percent", cancelled(policy(0, List.of(new FeeStep(7, 31)), night))),
                arguments(
                        "cancellation.fees[1].percent",
                        cancelled(policy(0, List.of(new FeeStep(7, 20), new FeeStep(3, 19)), night))),
                arguments(
                        "cancellation.fees[1].days_before",
                        cancelled(policy(0, List.of(new FeeStep(7, 10), new FeeStep(7, 20)), night))),
                arguments(
                        "cancellation.night_from", cancelled(policy(0, List.of(), new Night(1_440, 60, night.zone())))),
                arguments("cancellation.night_until", cancelled(policy(0, List.of(), new Night(60, 60, night.zone())))),
                arguments("fee_per_ticket", with(new Terms("KRW", 4, 480, Definitions.OPENING, null, -1))),
                arguments("sale_ends_at", with(new Terms("KRW", 4, 480, Definitions.OPENING, Definitions.OPENING, 0))),
                arguments("on_sale_at", on(List.of(new Performance("n1", Definitions.OPENING, "", 1, false)))),
                arguments(
                        "performances[0].round", on(List.of(new Performance("n1", Definitions.NIGHT, "", 0, false)))));
    }

    @Test
    void whatWasDraftedBeforeTheSaleHadToBeginInTimeMayBeEditedOtherwise() {
        ShowDefinition late = on(List.of(new Performance("n1", Definitions.OPENING, "", 1, false)));

        assertThat(rules.judge(late, late)).isNull();
    }

    private static Concession bounded(@Nullable Instant until, @Nullable Integer quota, String... sections) {
        return new Concession("early", "Early bird", 20, "", until, quota, List.of(sections));
    }

    private static CancellationPolicy policy(int hours, List<FeeStep> fees, Night night) {
        return new CancellationPolicy(hours, fees, Returns.NIGHT_BATCH, night);
    }

    @ParameterizedTest
    @MethodSource({"wrong", "wronglySeated", "onWrongConditions"})
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
                with(billing("x".repeat(200), "x".repeat(10_000), "x".repeat(64), 99)),
                with(terms("EUR", 1, 5)),
                with(terms("USD", 100, 3_600)),
                on(performances(50)),
                in(sections(500, 400)),
                in(section("A", rows(20_000), Map.of())),
                in(floor(200_000)),
                in(timed(slot("noon", 1), slot("one", Duration.ofHours(1)))),
                in(timed(slot("last", Duration.ofDays(2).minusMillis(1)))),
                in(seated(BookingMode.SEAT, 0, new FocalPoint("1", 2))),
                reduced(new Concession("youth", "Youth", 30, "a card")),
                reduced(bounded(Definitions.OPENING.plusMillis(1), 1, "A")),
                cancelled(policy(
                        24, List.of(new FeeStep(10, 0), new FeeStep(0, 30)), CancellationPolicy.LENIENT.night())),
                accessible(List.of("1-1", "2-10", "1-5"), "1-2", "2-9"),
                accessible(List.of("1-2"), "1-1", "1-3"),
                in(priced(0)),
                in(priced(1_000_000_000_000L)));
    }

    @ParameterizedTest
    @MethodSource("right")
    void letsPassWhatIsWithinTheLimits(ShowDefinition right) {
        assertThat(rules.judge(right)).isNull();
    }

    @Test
    void asksNothingAnewOfWhatAnEventKeeps() {
        Night night = CancellationPolicy.LENIENT.night();
        ShowDefinition dear = cancelled(policy(0, List.of(new FeeStep(7, 50), new FeeStep(1, 40)), night));
        ShowDefinition twins = on(List.of(performance("n1", ""), performance("n2", "")));
        ShowDefinition early = in(timed(slot("early", Duration.ofHours(-1))));
        ShowDefinition alone = accessible(List.of("1-1"), "1-9");

        for (ShowDefinition old : List.of(dear, twins, early, alone)) {
            assertThat(rules.judge(old)).isNotNull();
            assertThat(rules.judge(old, old)).isNull();
        }
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

    private static ShowDefinition twiceAtOnce(Section section) {
        return selling(List.of(performance("n1", "One"), performance("n2", "Two")), List.of(section));
    }

    private static ShowDefinition selling(List<Performance> performances, List<Section> sections) {
        ShowDefinition right = Definitions.right();
        return new ShowDefinition(right.billing(), right.terms(), right.conditions(), performances, sections);
    }

    private static Section twin() {
        return section("A", List.of(new Row("2", 2)), Map.of());
    }

    private static List<Performance> performances(int count) {
        return IntStream.range(0, count).mapToObj(i -> performance("n" + i, i)).toList();
    }

    private static List<Row> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Row("r" + i, 1)).toList();
    }

    private static List<Section> sections(int count, int seats) {
        return IntStream.range(0, count)
                .mapToObj(i -> section("S" + i, List.of(new Row("1", seats)), Map.of()))
                .toList();
    }
}
