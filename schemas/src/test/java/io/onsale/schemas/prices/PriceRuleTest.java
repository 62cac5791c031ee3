package io.onsale.schemas.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What tickets cost. */
class PriceRuleTest {

    private static final long PRICE = 100_001;
    private static final Map<String, Reduction> CONCESSIONS = Map.of(
            "youth", new Reduction(20, List.of()),
            "veteran", new Reduction(30, List.of()),
            "floor", new Reduction(50, List.of("Floor")));

    @Test
    void aTicketThatNothingReducesCostsItsListPrice() {
        assertThat(reduced(seats("1", "2"))).extracting(TicketPrice::price).containsExactly(PRICE, PRICE);
    }

    @Test
    void aConcessionTakesItsPercentageOffTheListPriceRoundedDown() {
        TicketPrice ticket = reduced(seats("1"), claim("youth", "1")).getFirst();

        assertThat(ticket.concessionDiscount()).as("20 % of 100,001").isEqualTo(20_000);
        assertThat(ticket.price()).isEqualTo(80_001);
        assertThat(ticket.concession()).isEqualTo("youth");
    }

    @Test
    void aCouponTakesItsPercentageOffWhatRemainsOfEachTicketRoundedDown() {
        List<TicketPrice> tickets = reduced(seats("1", "2"), new CouponValue(10, 0), claim("youth", "1"));

        assertThat(tickets).extracting(TicketPrice::couponDiscount).containsExactly(8_000L, 10_000L);
        assertThat(tickets).extracting(TicketPrice::price).containsExactly(72_001L, 90_001L);
    }

    @Test
    void anAmountIsTakenOffTicketAfterTicketAndNoneBelowZero() {
        assertThat(reduced(seats("1", "2"), new CouponValue(0, PRICE + 5)))
                .extracting(TicketPrice::price)
                .containsExactly(0L, PRICE - 5);
        assertThat(reduced(seats("1", "2"), new CouponValue(0, 3 * PRICE)))
                .extracting(TicketPrice::price)
                .containsExactly(0L, 0L);
    }

    @Test
    void twoConcessionsAreForDifferentPlaces() {
        assertThat(reduced(seats("1", "2"), claim("youth", "1"), claim("veteran", "2")))
                .extracting(TicketPrice::concessionDiscount)
                .containsExactly(20_000L, 30_000L);
    }

    @Test
    void placesWithoutNumbersAreReducedOneByOne() {
        assertThat(reduced(floor(3), claim("youth", "Floor", 1), claim("floor", "Floor", 1)))
                .extracting(TicketPrice::price)
                .containsExactly(800L, 500L, 1_000L);
    }

    @Test
    void nothingIsReducedWhereAConcessionIsClaimedForPlacesThatAreNotThereOrTwice() {
        refuses(seats("1"), claim("youth", "2"));
        refuses(seats("1"), claim("youth", "1", "1"));
        refuses(seats("1"), claim("youth", "1"), claim("veteran", "1"));
        refuses(seats("1"), claim("youth"));
        refuses(seats("1"), claim("royalty", "1"));
        refuses(floor(1), claim("youth", "Floor", 2));
        refuses(floor(1), claim("youth", "Stand", 1));
        refuses(floor(1), claim("youth", "Floor", -1));
    }

    @Test
    void numberedSeatsAreClaimedByName() {
        refuses(seats("1"), claim("youth", "A", 1));
    }

    @Test
    void aConcessionIsForItsSectionsAlone() {
        assertThat(reduced(floor(1), claim("floor", "Floor", 1)))
                .extracting(TicketPrice::price)
                .containsExactly(500L);
        refuses(seats("1"), claim("floor", "1"));
    }

    @Test
    void anOverflowIsNeverAnotherAmount() {
        List<TicketPrice> absurd = List.of(TicketPrice.listed("1", "A", Long.MAX_VALUE / 2));

        assertThatThrownBy(() -> reduced(absurd, claim("youth", "1"))).isInstanceOf(ArithmeticException.class);
    }

    private static List<TicketPrice> seats(String... ids) {
        return Stream.of(ids).map(id -> TicketPrice.listed(id, "A", PRICE)).toList();
    }

    private static List<TicketPrice> floor(int places) {
        return Stream.generate(() -> TicketPrice.listed(null, "Floor", 1_000))
                .limit(places)
                .toList();
    }

    private static Claim claim(String concession, String... seats) {
        return new Claim(concession, List.of(seats), null, 0);
    }

    private static Claim claim(String concession, String section, int quantity) {
        return new Claim(concession, List.of(), section, quantity);
    }

    private static List<TicketPrice> reduced(List<TicketPrice> listed, Claim... claims) {
        return reduced(listed, CouponValue.NOTHING, claims);
    }

    private static List<TicketPrice> reduced(List<TicketPrice> listed, CouponValue coupon, Claim... claims) {
        return reduce(listed, coupon, claims).orElseThrow();
    }

    private static void refuses(List<TicketPrice> listed, Claim... claims) {
        assertThat(reduce(listed, CouponValue.NOTHING, claims)).isEmpty();
    }

    private static Optional<List<TicketPrice>> reduce(List<TicketPrice> listed, CouponValue coupon, Claim... claims) {
        return PriceRule.reduce(listed, List.of(claims), CONCESSIONS, coupon);
    }
}
