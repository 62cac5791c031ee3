package io.onsale.topologies.checkout.domain;

import static io.onsale.topologies.checkout.domain.Bookings.FEE;
import static io.onsale.topologies.checkout.domain.Bookings.OPENING;
import static io.onsale.topologies.checkout.domain.Bookings.PRICE;
import static io.onsale.topologies.checkout.domain.Bookings.claim;
import static io.onsale.topologies.checkout.domain.Bookings.coupon;
import static io.onsale.topologies.checkout.domain.Bookings.places;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.topologies.show.domain.Concession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an order costs. */
class ReceiptsTest {

    private static final Map<String, Concession> CONCESSIONS = Map.of(
            "youth", new Concession("youth", "Youth", 20, ""),
            "floor", new Concession("floor", "Floor only", 50, "", null, null, List.of("Floor")));

    @Test
    void addsListPricesAndFees() {
        Receipt receipt = receipt(places("A-1-1", "A-1-2"), List.of(), null);

        assertThat(receipt.total()).isEqualTo(2 * PRICE + 2 * FEE);
        assertThat(receipt.fees()).isEqualTo(2 * FEE);
        assertThat(receipt.ruleVersion()).isEqualTo("receipt-1");
    }

    @Test
    void aCouponTakesItsPercentageOffWhatRemainsOfEachLineRoundedDown() {
        Receipt receipt = receipt(places("A-1-1", "A-1-2"), List.of(claim("youth", "A-1-1")), coupon("TEN", 10, 0));

        assertThat(receipt.lines()).extracting(ReceiptLine::couponDiscount).containsExactly(8_000L, 10_000L);
        assertThat(receipt.lines()).extracting(ReceiptLine::price).containsExactly(72_001L, 90_001L);
        assertThat(receipt.total()).isEqualTo(72_001 + 90_001 + 2 * FEE);
        assertThat(receipt.coupon()).isEqualTo("TEN");
    }

    @Test
    void placesWithoutNumbersAreLinesOfTheirOwn() {
        ConcessionClaim two = new ConcessionClaim("youth", List.of(), "Floor", 2);
        Receipt receipt = receipt(withFloor(3), List.of(two), null);

        assertThat(receipt.lines()).extracting(ReceiptLine::seat).containsOnlyNulls();
        assertThat(receipt.lines()).extracting(ReceiptLine::price).containsExactly(800L, 800L, 1_000L);
        assertThat(receipt.lines()).extracting(ReceiptLine::slot).containsOnly("18:00");
        assertThat(receipt.lines()).extracting(ReceiptLine::ticketId).containsExactly("o1-1", "o1-2", "o1-3");
    }

    @Test
    void thereIsNoReceiptWhereAConcessionIsClaimedForWhatTheHoldDoesNotHold() {
        assertThat(made(places("A-1-1"), claim("youth", "A-1-2"))).isNull();
        assertThat(made(places("A-1-1"), claim("royalty", "A-1-1"))).isNull();
        assertThat(made(withFloor(1), new ConcessionClaim("youth", List.of(), "Floor", 2)))
                .isNull();
        assertThat(made(places("A-1-1"), claim("floor", "A-1-1"))).isNull();
    }

    @Test
    void anOverflowIsNeverAnotherAmount() {
        HeldPlaces absurd = new HeldPlaces(
                "n1", List.of(), List.of(new HeldArea("Floor", null, 3, "R", Long.MAX_VALUE / 2)), "KRW", 0, OPENING);

        assertThatThrownBy(() -> receipt(absurd, List.of(), null)).isInstanceOf(ArithmeticException.class);
    }

    private static HeldPlaces withFloor(int quantity) {
        return new HeldPlaces(
                "n1", List.of(), List.of(new HeldArea("Floor", "18:00", quantity, "R", 1_000)), "KRW", 0, OPENING);
    }

    private static @Nullable Receipt made(HeldPlaces places, ConcessionClaim... claims) {
        return Receipts.of("o1", places, List.of(claims), CONCESSIONS, null);
    }

    private static Receipt receipt(HeldPlaces places, List<ConcessionClaim> claims, @Nullable Coupon coupon) {
        return Objects.requireNonNull(Receipts.of("o1", places, claims, CONCESSIONS, coupon));
    }
}
