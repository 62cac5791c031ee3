package io.onsale.edge.routes;

import static io.onsale.edge.http.Answer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.onsale.edge.http.Answer;
import io.onsale.edge.views.Given;
import io.onsale.edge.views.seats.Hall;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.catalogue.EventDefinition;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.inventory.HeldArea;
import io.onsale.schemas.inventory.InventoryEvent;
import io.onsale.schemas.inventory.PricedSeat;
import io.onsale.schemas.inventory.SeatsHeld;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewRoutesTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final WritesHarness edge = new WritesHarness();
    private final String fan = edge.token(Role.FAN);

    @BeforeEach
    void holdTwoSeatsAndThreePlaces() {
        EventDefinition event = EventDefinition.newBuilder(Given.definition(Given.section("A", "VIP", 99_999, 1, 4)))
                .setOrganizerId("account-of-ORGANIZER")
                .setConcessions(List.of(
                        concession("youth", null, null, List.of()),
                        concession("early", LONG_AGO, null, List.of()),
                        concession("few", null, 1, List.of()),
                        concession("floor", null, null, List.of("Floor"))))
                .build();
        edge.log.drafted("e1", event);
        edge.reservations.apply("e1", Hall.of(event), held());
    }

    private static InventoryEvent held() {
        InventoryEvent event = Given.held(1, "e1.hold", "A-1-1", "A-1-2");
        SeatsHeld held = SeatsHeld.newBuilder((SeatsHeld) event.getBody())
                .setFanId("account-of-FAN")
                .setSeats(Stream.of("A-1-1", "A-1-2")
                        .map(seat -> new PricedSeat(seat, "A", "1", 1, "VIP", 99_999L))
                        .toList())
                .setAreas(List.of(new HeldArea("Floor", null, 3, "R", 10_001L)))
                .setFees(5_000L)
                .build();
        return new InventoryEvent(event.getEnvelope(), held);
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void findsACouponHoweverItIsTyped() {
        define("Ten", "\"percent\":10", 5, true);

        assertThat(preview(",\"coupon\":\" tEN \"")
                        .body()
                        .get("coupon_discount")
                        .asLong())
                .isEqualTo(preview(",\"coupon\":\"Ten\"")
                        .body()
                        .get("coupon_discount")
                        .asLong())
                .isPositive();
        assertProblem(preview(",\"coupon\":\"TE\""), 422, "unknown_coupon");
    }

    @Test
    void computesWhatRemainsOfEachLineRoundedDownAndLeavesTheFees() {
        define("TEN", "\"percent\":10", 5, true);

        JsonNode price = preview("""
            ,"coupon":"TEN","concessions":[{"code":"youth","seat_ids":["A-1-2"]},{"code":"floor","section":"Floor","quantity":2}]\
            """).body();

        // 99,999 and 10,001 less 30 % are 70,000 and 7,001; of 99,999, 70,000, 7,001, 7,001 and 10,001 a tenth is
        // taken.
        assertThat(price.get("concession_discount").asLong()).isEqualTo(29_999 + 2 * 3_000);
        assertThat(price.get("coupon_discount").asLong()).isEqualTo(9_999 + 7_000 + 700 + 700 + 1_000);
        assertThat(price.get("fees").asLong()).isEqualTo(5_000);
        assertThat(price.get("total").asLong())
                .isEqualTo(99_999 + 70_000 + 2 * 7_001 + 10_001 + 5_000 - (9_999 + 7_000 + 700 + 700 + 1_000));
    }

    @Test
    void anAmountTakesNoMoreThanThePricesAndNothingOfTheFees() {
        define("ALL", "\"amount\":900000", 5, false);

        assertThat(preview(",\"coupon\":\"ALL\"").body().get("total").asLong()).isEqualTo(5_000);
        assertThat(preview("").body().get("total").asLong()).isEqualTo(2 * 99_999 + 3 * 10_001 + 5_000);
    }

    @Test
    void refusesACouponThatAnOrderCouldNotHave() {
        define("GONE", "\"percent\":10", 5, false);
        edge.delete("/api/events/e1/coupons/GONE", edge.token(Role.ORGANIZER));
        define("ONCE", "\"percent\":10", 5, false);
        define("ALONE", "\"percent\":10", 5, false);
        defineEnded("PAST");
        order("e1.held", "ONCE");

        assertProblem(preview(",\"coupon\":\"NONE\""), 422, "unknown_coupon");
        assertProblem(preview(",\"coupon\":\"GONE\""), 422, "coupon_withdrawn");
        assertProblem(preview(",\"coupon\":\"PAST\""), 422, "coupon_not_valid");
        assertProblem(preview(",\"coupon\":\"ONCE\""), 422, "coupon_used_up");
        assertThat(preview(",\"coupon\":\"ONCE\"").body().path("detail").asText())
                .isEqualTo("You have used this coupon as often as one person may.");
        assertProblem(
                preview(",\"coupon\":\"ALONE\",\"concessions\":[{\"code\":\"youth\",\"seat_ids\":[\"A-1-1\"]}]"),
                422,
                "not_combinable");
    }

    @Test
    void refusesConcessionsThatAnOrderCouldNotHave() {
        assertProblem(claiming("none", "[\"A-1-1\"]"), 422, "unknown_concession");
        assertProblem(claiming("early", "[\"A-1-1\"]"), 422, "concession_over");
        assertProblem(claiming("few", "[\"A-1-1\",\"A-1-2\"]"), 422, "concession_used_up");
        assertProblem(claiming("floor", "[\"A-1-1\"]"), 422, "unknown_concession");
        assertProblem(claiming("youth", "[\"A-1-3\"]"), 422, "unknown_concession");
        assertThat(claiming("few", "[\"A-1-1\"]").status()).isEqualTo(200);
    }

    @Test
    void tellsNobodyElseAndLeavesNoTrace() {
        int before = edge.log.commands.size();

        assertProblem(ask("{\"reservation_id\":\"e1.hold\"}", edge.token(Role.ANALYST)), 404, "unknown_reservation");
        assertProblem(ask("{\"reservation_id\":\"e1.hold\"}", ""), 401, "unauthenticated");
        assertThat(preview("").status()).isEqualTo(200);

        assertThat(edge.log.commands).hasSize(before);
    }

    private static Concession concession(
            String code, @Nullable Instant until, @Nullable Integer quota, List<String> sections) {
        return Concession.newBuilder()
                .setCode(code)
                .setLabel(code)
                .setPercent(30)
                .setProof("")
                .setUntil(until)
                .setQuota(quota)
                .setSections(sections)
                .build();
    }

    private Answer claiming(String code, String seats) {
        return preview(",\"concessions\":[{\"code\":\"" + code + "\",\"seat_ids\":" + seats + "}]");
    }

    private Answer preview(String more) {
        return ask("{\"reservation_id\":\"e1.hold\"" + more + "}", fan);
    }

    private Answer ask(String body, String token) {
        return edge.post("/api/orders/preview", body, token, "");
    }

    private void define(String code, String off, int uses, boolean combinable) {
        String body = "{\"code\":\"%s\",%s,\"uses\":%d,\"valid_until\":\"%s\",\"combinable\":%s}"
                .formatted(code, off, uses, "2100-01-01T00:00:00Z", combinable);
        assertThat(edge.post("/api/events/e1/coupons", body, edge.token(Role.ORGANIZER), "key-" + code)
                        .status())
                .isEqualTo(201);
    }

    /** It was good once. */
    private void defineEnded(String code) {
        edge.checkout
                .coupons()
                .define(
                        "e1",
                        Coupon.newBuilder()
                                .setCode(code)
                                .setPercent(10)
                                .setUses(5)
                                .setUsesPerFan(1)
                                .setValidFrom(Instant.EPOCH)
                                .setValidUntil(LONG_AGO)
                                .build());
    }

    private void order(String reservation, String coupon) {
        String body = "{\"reservation_id\":\"%s\",\"payment\":{\"method\":\"bank_transfer\"},\"coupon\":\"%s\"}"
                .formatted(reservation, coupon);
        assertThat(edge.post("/api/orders", body, fan, "key-order").status()).isEqualTo(201);
    }
}
