package io.onsale.standalone.audit.rules;

import static io.onsale.schemas.checkout.CancelledBy.FAN;
import static io.onsale.schemas.checkout.CancelledBy.ORGANIZER;
import static io.onsale.standalone.audit.OrderStory.line;
import static io.onsale.standalone.audit.OrderStory.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.standalone.audit.OrderStory;
import java.util.List;
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

    private static ListAssert<String> assertFindings(OrderStory story) {
        MoneyBalance rule = new MoneyBalance();
        return assertThat(story.log().stream()
                .flatMap(logged -> rule.see(logged).stream())
                .map(Finding::what)
                .toList());
    }
}
