package io.onsale.standalone.audit.rules;

import static io.onsale.standalone.audit.OrderStory.placing;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.schemas.checkout.CancelledBy;
import io.onsale.schemas.checkout.ConcessionClaim;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.checkout.OrderPlaced;
import io.onsale.schemas.checkout.ReceiptLine;
import io.onsale.standalone.audit.OrderStory;
import io.onsale.standalone.audit.Story;
import java.util.List;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class ReductionsTest {

    private static final Coupon TEN =
            new Coupon("TEN", 10, 0L, 2, 1, Story.OPENING, Story.OPENING.plusSeconds(60), false);

    @Test
    void acceptsCouponsInTheirTimeAsOftenAsTheyMayBeUsed() {
        assertFindings(OrderStory.begun()
                        .defined(TEN)
                        .placed("o1", TEN)
                        .ended("o1")
                        .placed("o2", TEN)
                        .placed(with("o3", "ben"))
                        .withdrawn("TEN"))
                .isEmpty();
    }

    @Test
    void findsACouponThatWasNeverDefinedOrIsWithdrawn() {
        assertFindings(OrderStory.begun().placed("o1", TEN))
                .containsExactly("coupon TEN is used though it is not accepted");
        assertFindings(OrderStory.begun().defined(TEN).withdrawn("TEN").placed("o1", TEN))
                .containsExactly("coupon TEN is used though it is not accepted");
    }

    @Test
    void findsACouponOutsideItsTimeOrOnOtherTermsOrCombined() {
        assertFindings(OrderStory.begun().defined(TEN).at(1).placed("o1", TEN))
                .containsExactly("coupon TEN is used outside its time");
        Coupon better = Coupon.newBuilder(TEN).setPercent(90).build();
        assertFindings(OrderStory.begun().defined(TEN).placed("o1", better))
                .containsExactly("coupon TEN is used on other terms than it has");
        var combined = placing("o1", "h1")
                .setCoupon("TEN")
                .setConcessions(List.of(new ConcessionClaim("youth", List.of(), "A", 1)))
                .build();
        assertFindings(OrderStory.begun().defined(TEN).placed(combined))
                .containsExactly("coupon TEN is combined with concessions");
    }

    @Test
    void findsACouponThatIsUsedTooOften() {
        assertFindings(OrderStory.begun().defined(TEN).placed("o1", TEN).placed("o2", TEN))
                .containsExactly("coupon TEN is used 2 times, 2 by one person, where 2 and 1 are allowed");
        assertFindings(OrderStory.begun()
                        .defined(TEN)
                        .placed("o1", TEN)
                        .placed(with("o2", "ben"))
                        .placed(with("o3", "cat")))
                .containsExactly("coupon TEN is used 3 times, 1 by one person, where 2 and 1 are allowed");
    }

    @Test
    void acceptsConcessionsInTheirTimeForTheirTickets() {
        var receipt = OrderStory.receipt(null, 10, 90, List.of(OrderStory.line("o1", 1, "early", 20, 0, 80)));

        assertFindings(OrderStory.begun()
                        .placed(claiming("o1", "early", 1))
                        .priced("o1", receipt)
                        .confirmed("o1")
                        .cancelled("o1", CancelledBy.FAN, 90, 0, 0, 1)
                        .placed(claiming("o2", "early", 2))
                        .ended("o2")
                        .placed(claiming("o3", "early", 2))
                        .at(1)
                        .placed(claiming("o4", "youth", 9)))
                .isEmpty();
    }

    @Test
    void findsAConcessionThatIsOverUsedUpOrNotThere() {
        assertFindings(OrderStory.begun().at(1).placed(claiming("o1", "early", 1)))
                .containsExactly("concession early is claimed after its end");
        assertFindings(OrderStory.begun().placed(claiming("o1", "early", 2)).placed(claiming("o2", "early", 1)))
                .containsExactly("concession early is claimed for 3 tickets where it is for 2");
        assertFindings(OrderStory.begun().placed(claiming("o1", "king", 1)))
                .containsExactly("concession king is claimed though there is none");
    }

    @Test
    void findsAConcessionInASectionThatItIsNotFor() {
        var line = ReceiptLine.newBuilder(OrderStory.line("o1", 1, "early", 20, 0, 80))
                .setSection("B")
                .build();

        assertFindings(OrderStory.begun()
                        .placed(claiming("o1", "early", 1))
                        .priced("o1", OrderStory.receipt(null, 10, 90, List.of(line))))
                .containsExactly("concession early is given in B, which it is not for");
    }

    private static OrderPlaced claiming(String order, String concession, int tickets) {
        return placing(order, "hold-of-" + order)
                .setConcessions(List.of(new ConcessionClaim(concession, List.of(), "A", tickets)))
                .build();
    }

    @Test
    void countsByTheIdentityThatAnOrderIsCountedBy() {
        assertFindings(OrderStory.begun()
                        .defined(TEN)
                        .placed(placing("o1", "h1")
                                .setCoupon("TEN")
                                .setContactKey("one")
                                .setIdentityKey("person")
                                .build())
                        .placed(placing("o2", "h2")
                                .setCoupon("TEN")
                                .setContactKey("two")
                                .setIdentityKey("person")
                                .build()))
                .containsExactly("coupon TEN is used 2 times, 2 by one person, where 2 and 1 are allowed");
    }

    private static OrderPlaced with(String order, String fan) {
        return placing(order, "hold-of-" + order)
                .setFanId(fan)
                .setCoupon("TEN")
                .setCouponTerms(TEN)
                .build();
    }

    private static ListAssert<String> assertFindings(OrderStory orders) {
        Reductions rule = new Reductions();
        return assertThat(orders.log().stream()
                .flatMap(logged -> rule.see(logged).stream())
                .map(Finding::what)
                .toList());
    }
}
