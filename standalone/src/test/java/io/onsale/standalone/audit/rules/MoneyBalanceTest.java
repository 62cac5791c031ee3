package io.onsale.standalone.audit.rules;

import static io.onsale.schemas.checkout.CancelledBy.FAN;
import static io.onsale.schemas.checkout.CancelledBy.ORGANIZER;
import static io.onsale.standalone.audit.OrderStory.line;
import static io.onsale.standalone.audit.OrderStory.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.OrderStory;
import io.onsale.standalone.audit.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

class MoneyBalanceTest {

    private static final OrderStory PAID = paid();

    @Test
    void acceptsOrdersThatArePaidCancelledInPartsAndRefunded() {
        assertFindings(paid().cancelled("o1", FAN, 90, 20, 1, 1)
                        .settled("o1", 90, 1)
                        .cancelled("o1", FAN, 100, 10, 0, 2)
                        .settled("o1", 100, 2))
                .isEmpty();
    }

    @Test
    void acceptsAnOrganizersCancellationThatGivesEverythingBack() {
        assertFindings(paid().cancelled("o1", ORGANIZER, 220, 0, 0, 1, 2).settled("o1", 220, 1, 2))
                .isEmpty();
    }

    @Test
    void acceptsStrayMoneyThatGoesBack() {
        assertFindings(begun().ended("o1").stray("o1", 220).returned("o1", 220)).isEmpty();
    }

    @Test
    void findsACaptureOfAnotherAmountThanWasDue() {
        OrderStory story = begun();

        assertFindings(story.confirmed("o1", 219, story.theReceipt("o1")))
                .containsExactly("219 is captured where 220 was due");
    }

    @Test
    void findsAnOrderThatIsPaidTwiceOrAfterItsEnd() {
        assertFindings(paid().confirmed("o1")).containsExactly("an order is paid twice");
        assertFindings(begun().ended("o1").confirmed("o1"))
                .containsExactly("an order is confirmed that had come to nothing");
        assertFindings(paid().ended("o1")).containsExactly("an order comes to nothing that is paid");
    }

    @Test
    void findsAReceiptWhoseLinesDoNotComeToWhatIsCaptured() {
        var wrong = receipt(null, 10, 200, List.of(line("o1", 1, null, 0, 0, 100)));

        assertFindings(OrderStory.begun().priced("o1", wrong).confirmed("o1"))
                .containsExactly("the books are out by 90");
    }

    @Test
    void findsARefundThatIsTooHighOrHasANegativeFee() {
        assertFindings(paid().cancelled("o1", FAN, 101, 10, 1, 1))
                .containsExactly("a refund of 101 and a fee of 10 for tickets of 110");
        assertFindings(paid().cancelled("o1", FAN, 120, -10, 1, 1))
                .containsExactly("a refund of 120 and a fee of -10 for tickets of 110");
    }

    @Test
    void findsTicketsThatAreCancelledTwiceOrWereNeverPaid() {
        assertFindings(paid().cancelled("o1", FAN, 100, 10, 1, 1).cancelled("o1", FAN, 0, 0, 1, 1))
                .containsExactly("ticket o1-1 is cancelled that is not valid");
        assertFindings(begun().cancelled("o1", FAN, 100, 0, 1, 1))
                .containsExactly("tickets are cancelled that were never paid");
    }

    @Test
    void findsARefundThatIsSettledTwiceOrByAnotherAmount() {
        OrderStory cancelled = paid().cancelled("o1", FAN, 90, 20, 1, 1);

        assertFindings(cancelled.settled("o1", 90, 1).settled("o1", 90, 1))
                .containsExactly("a refund of 90 was never promised, or is settled twice");
        assertFindings(paid().cancelled("o1", FAN, 90, 20, 1, 1).settled("o1", 80, 1))
                .containsExactly("a refund of 80 where 90 was promised");
    }

    @Test
    void findsMoneyThatGoesBackThoughItNeverCame() {
        assertFindings(begun().ended("o1").returned("o1", 220))
                .containsExactly("220 goes back where null had come astray");
        assertFindings(begun().settled("o1", 100, 1)).containsExactly("money goes back that was never paid");
    }

    @Test
    void leavesMoneyThatGoesBackSomeHours() {
        assertFindingsAfter(6, begun().ended("o1").stray("o1", 220).log()).isEmpty();
        assertFindingsAfter(6, paid().cancelled("o1", FAN, 90, 20, 1, 1).log()).isEmpty();
    }

    @Test
    void findsStrayMoneyThatIsNotGivenBackForHours() {
        assertFindingsAfter(7, begun().ended("o1").stray("o1", 220).log())
                .containsExactly("stray money is not given back for 7 hours");
        assertFindingsAfter(
                        7,
                        begun().ended("o1").stray("o1", 220).returned("o1", 220).log())
                .isEmpty();
    }

    @Test
    void findsARefundThatIsNeverSettledOrRefusedForEver() {
        assertFindingsAfter(7, paid().cancelled("o1", FAN, 90, 20, 1, 1).log())
                .containsExactly("a refund is pending for 7 hours");
        assertFindingsAfter(
                        7,
                        paid().cancelled("o1", FAN, 90, 20, 1, 1)
                                .at(5)
                                .refundFailed("o1", 90, 1)
                                .log())
                .containsExactly("a refund is pending for 7 hours");
        assertFindingsAfter(
                        7,
                        paid().cancelled("o1", FAN, 90, 20, 1, 1)
                                .settled("o1", 90, 1)
                                .log())
                .isEmpty();
    }

    @Test
    void findsAnOrderOfWhichNobodySaysWhetherItsMoneyWasTaken() {
        String stuck = "nobody has said whether an order's money was taken for 7 hours";

        assertFindingsAfter(7, begun().promised("o1").secured("o1").log()).containsExactly(stuck);
        assertFindingsAfter(7, begun().secured("o1").promised("o1").log()).containsExactly(stuck);
        assertFindingsAfter(6, begun().promised("o1").secured("o1").log()).isEmpty();
    }

    @Test
    void awaitsNoMoneyOfAnOrderThatIsPaidOrOverOrWaitsForItsDeposit() {
        assertFindingsAfter(
                        7, begun().promised("o1").secured("o1").confirmed("o1").log())
                .isEmpty();
        assertFindingsAfter(7, begun().promised("o1").secured("o1").ended("o1").log())
                .isEmpty();
        assertFindingsAfter(7, begun().secured("o1").log()).isEmpty();
    }

    @Test
    void owesNothingWhereNothingGoesBack() {
        assertFindingsAfter(7, paid().cancelled("o1", FAN, 0, 110, 1, 1).log()).isEmpty();
    }

    @Test
    void findsMoneyThatWasTakenForNoOrder() {
        OrderStory story = begun().ended("o1");
        List<Logged> told = List.of(story.toldCaptured("o1", "payment-o1", 220));

        assertFindingsAfter(1, told)
                .containsExactly(
                        "money is taken by payment payment-o1 that no order is paid by and that is not astray");
        assertFindingsAfter(0, told).as("checkout has its time to judge it").isEmpty();
    }

    @Test
    void findsMoneyThatWasTakenByAnotherPaymentThanTheOrders() {
        assertFindingsAfter(1, with(paid(), PAID.toldCaptured("o1", "payment-2", 220)))
                .containsExactly("money is taken by payment payment-2 that no order is paid by and that is not astray");
    }

    @Test
    void acceptsMoneyThatWasTakenForAnOrderOrIsAstrayWhicheverIsReadFirst() {
        Logged told = PAID.toldCaptured("o1", "payment-o1", 220);
        Logged astray = PAID.toldCaptured("o1", "stray-o1", 220);
        OrderStory back = begun().ended("o1").stray("o1", 220).returned("o1", 220);

        assertFindingsAfter(1, with(paid(), told)).isEmpty();
        assertFindingsAfter(
                        1, Stream.concat(Stream.of(told), paid().log().stream()).toList())
                .isEmpty();
        assertFindingsAfter(1, with(back, astray)).isEmpty();
    }

    @Test
    void countsTheOrdersThatArePaid() {
        MoneyBalance rule = new MoneyBalance();
        PAID.log().forEach(rule::see);

        assertThat(rule.checked()).isEqualTo(1);
    }

    private static OrderStory begun() {
        return OrderStory.begun().placed("o1", "h1").priced("o1", 2);
    }

    private static OrderStory paid() {
        return begun().confirmed("o1");
    }

    private static List<Logged> with(OrderStory story, Logged more) {
        return Stream.concat(story.log().stream(), Stream.of(more)).toList();
    }

    private static ListAssert<String> assertFindings(OrderStory story) {
        return assertFindingsAfter(0, story.log());
    }

    /** What is found so many hours after the opening. */
    private static ListAssert<String> assertFindingsAfter(int hours, List<Logged> log) {
        MoneyBalance rule = new MoneyBalance();
        List<Finding> findings = new ArrayList<>();
        log.forEach(logged -> findings.addAll(rule.see(logged)));
        findings.addAll(rule.end(Story.OPENING.plus(Duration.ofHours(hours))));
        return assertThat(findings.stream().map(Finding::what).toList());
    }
}
