package io.onsale.standalone.audit.rules;

import static io.onsale.standalone.audit.OrderStory.line;
import static io.onsale.standalone.audit.OrderStory.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.checkout.Coupon;
import io.onsale.standalone.audit.OrderStory;
import io.onsale.standalone.audit.Story;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class ReceiptPricesTest {

    private static final Story HELD = Story.opened().held("h1", "ann", "A-1-1", "A-1-2");

    @Test
    void acceptsListPricesConcessionsAndCoupons() {
        var reduced =
                receipt("TENTH", 20, 155, List.of(line("o1", 1, "youth", 50, 5, 45), line("o1", 2, null, 0, 10, 90)));

        assertFindings(
                        HELD,
                        orders().coupon("TENTH", 10, 0).priced("o1", reduced).confirmed("o1"))
                .isEmpty();
        assertFindings(HELD, orders().priced("o1", 2).confirmed("o1")).isEmpty();
    }

    @Test
    void goesByACouponAsItWasWhenTheOrderWasPlaced() {
        var tenth = receipt("TENTH", 20, 200, List.of(line("o1", 1, null, 0, 10, 90), line("o1", 2, null, 0, 10, 90)));
        Coupon asPlaced = new Coupon("TENTH", 10, 0L, 10, 1, Story.OPENING, Story.OPENING.plusSeconds(60), true);
        OrderStory story = OrderStory.begun()
                .defined(asPlaced)
                .placed(OrderStory.placing("o1", "h1")
                        .setCoupon("TENTH")
                        .setCouponTerms(asPlaced)
                        .build())
                .withdrawn("TENTH")
                .coupon("TENTH", 50, 0);

        assertFindings(HELD, story.priced("o1", tenth)).isEmpty();
    }

    @Test
    void acceptsACouponsAmountTakenOffOneTicketAfterAnother() {
        var reduced = receipt("BIG", 20, 70, List.of(line("o1", 1, null, 0, 100, 0), line("o1", 2, null, 0, 50, 50)));

        assertFindings(HELD, orders().coupon("BIG", 0, 150).priced("o1", reduced))
                .isEmpty();
    }

    @Test
    void findsAnOrderThatCostsLessThanItsReceiptRecomputed() {
        var cheap = receipt(null, 20, 30, List.of(line("o1", 1, null, 0, 0, 5), line("o1", 2, null, 0, 0, 5)));

        assertFindings(HELD, orders().priced("o1", cheap))
                .containsExactly(
                        "ticket o1-1 costs 5 where it should cost 100", "ticket o1-2 costs 5 where it should cost 100");
    }

    @Test
    void findsConcessionsAndCouponsThatNobodyDefined() {
        var forged =
                receipt("FREE", 20, 220, List.of(line("o1", 1, "king", 0, 0, 100), line("o1", 2, null, 0, 0, 100)));

        assertFindings(HELD, orders().priced("o1", forged))
                .containsExactly("coupon FREE was never defined", "concession king does not exist");
    }

    @Test
    void findsATotalThatIsNotItsLines() {
        var forged = receipt(null, 20, 1, List.of(line("o1", 1, null, 0, 0, 100), line("o1", 2, null, 0, 0, 100)));

        assertFindings(HELD, orders().priced("o1", forged))
                .containsExactly("a receipt says 1 with fees of 20 where its lines come to 220 with 20");
    }

    @Test
    void findsAnOrderWhosePricesAreNotItsHolds() {
        assertFindings(HELD, orders().priced("o1", 1)).containsExactly("an order's list prices are not its hold's");
    }

    @Test
    void findsAConfirmationByAnotherReceipt() {
        OrderStory story = orders().priced("o1", 2);

        assertFindings(HELD, story.confirmed("o1", 220, receipt(null, 20, 220, List.of())))
                .containsExactly("an order is confirmed by another receipt than it was given");
    }

    @Test
    void findsAHoldThatCostsSomethingElseThanTheList() {
        Story cheap = Story.opened().heldAt(1, "h1", "ann", "A-1-1", "A-1-2");

        assertFindings(cheap, orders())
                .containsExactly(
                        "a place in A costs 1 where the list says 100", "a place in A costs 1 where the list says 100");
    }

    private static OrderStory orders() {
        return OrderStory.begun().placed("o1", "h1");
    }

    private static ListAssert<String> assertFindings(Story holds, OrderStory orders) {
        ReceiptPrices rule = new ReceiptPrices();
        List<Finding> findings = new ArrayList<>();
        orders.log().forEach(logged -> findings.addAll(rule.see(logged)));
        holds.log().forEach(logged -> findings.addAll(rule.see(logged)));
        findings.addAll(rule.end(Story.OPENING));
        return assertThat(findings.stream().map(Finding::what).toList());
    }
}
