package io.onsale.topologies.accounts.domain;

import static io.onsale.topologies.accounts.domain.Accounts.code;
import static io.onsale.topologies.accounts.domain.Accounts.proof;
import static io.onsale.topologies.accounts.domain.Accounts.sealed;
import static io.onsale.topologies.accounts.domain.Accounts.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.accounts.domain.AccountsCommand.BindSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.CountOrderCode;
import io.onsale.topologies.accounts.domain.AccountsCommand.DeleteAccount;
import io.onsale.topologies.accounts.domain.AccountsCommand.ProveContact;
import io.onsale.topologies.accounts.domain.AccountsCommand.RequestCode;
import io.onsale.topologies.accounts.domain.AccountsCommand.UnbindSession;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.CodeFailed;
import io.onsale.topologies.accounts.domain.AccountsEvent.CodeRequested;
import io.onsale.topologies.accounts.domain.AccountsEvent.ContactProven;
import io.onsale.topologies.accounts.domain.AccountsEvent.GuestDeleted;
import io.onsale.topologies.accounts.domain.AccountsEvent.OrderCodeCounted;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionBound;
import io.onsale.topologies.testing.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GuestTest {

    private static final String CONTACT = "0a1b";
    private static final ProveContact WRONG = new ProveContact(proof("000000"), "home");
    private static final RequestCode REQUEST = new RequestCode(sealed("ann@example.org"), "home");

    private final Trial<AccountsView, AccountsCommand, AccountsEvent> trial = under("guest:" + CONTACT);

    @Test
    void theCodeThatWasSentProvesTheContactOnce() {
        ProveContact right = right(request());

        assertThat(trial.when(right).answer()).isInstanceOf(ContactProven.class);
        assertThat(refusal(right)).isEqualTo("wrong_code");
    }

    @Test
    void fiveWrongCodesFromOneAddressEndTheRightOneThere() {
        ProveContact right = right(request());
        for (int i = 1; i <= 5; i++) {
            assertThat(((CodeFailed) Objects.requireNonNull(trial.when(WRONG).answer()))
                            .tries()
                            .failures())
                    .isEqualTo(i);
        }

        assertThat(refusal(right)).isEqualTo("wrong_code");
    }

    @Test
    void aStrangersWrongCodesLeaveTheOwnersRightOneGood() {
        CodeRequested sent = request();
        for (int i = 0; i < 20; i++) {
            trial.when(new ProveContact(proof("000000"), "a stranger's"));
        }

        assertThat(refusal(right(sent, "a stranger's"))).isEqualTo("wrong_code");
        assertThat(trial.when(right(sent, "home")).answer()).isInstanceOf(ContactProven.class);
    }

    @Test
    void fiftyWrongCodesFromManyAddressesEndTheRightOneEverywhere() {
        CodeRequested sent = request();
        for (int i = 0; i < 50; i++) {
            trial.when(new ProveContact(proof("000000"), "address " + i / 5));
        }

        assertThat(refusal(right(sent, "home"))).isEqualTo("wrong_code");
    }

    @Test
    void anotherCodeGivesAddressesMoreGuessesButNotAllOfThemTogether() {
        for (int code = 0; code < 2; code++) {
            request();
            for (int i = 0; i < 25; i++) {
                trial.when(new ProveContact(proof("000000"), "address " + i / 5));
            }
            trial.later(Duration.ofSeconds(30));
        }

        assertThat(refusal(right(request(), "home"))).isEqualTo("wrong_code");
    }

    @Test
    void aStrangerWhoHasCodesSentDoesNotUseUpTheOwners() {
        int sent = 0;
        for (int i = 0; i < 40; i++) {
            sent += trial.when(new RequestCode(sealed("ann@example.org"), "a stranger's"))
                    .events()
                    .size();
            trial.later(Duration.ofSeconds(30));
        }

        assertThat(sent).isEqualTo(5);
        assertThat(trial.when(REQUEST).events()).hasSize(1);
    }

    @Test
    void tenCodesAnHourAreSentHoweverManyAsk() {
        int sent = 0;
        for (int i = 0; i < 100; i++) {
            sent += trial.when(new RequestCode(sealed("ann@example.org"), "address " + i))
                    .events()
                    .size();
            trial.later(Duration.ofSeconds(30));
        }

        assertThat(sent).isEqualTo(10);
    }

    @Test
    void ordersOfAContactAreSentTenCodesAnHour() {
        for (int i = 0; i < 10; i++) {
            assertThat(trial.when(new CountOrderCode(false)).answer()).isInstanceOf(OrderCodeCounted.class);
        }

        var eleventh = trial.when(new CountOrderCode(false));
        assertThat(refusal(new CountOrderCode(false))).isEqualTo("too_many_codes");
        assertThat(eleventh.events()).as("asking in vain writes nothing down").isEmpty();
        assertThat(request()).as("a guest's own codes are counted apart").isNotNull();

        trial.later(SentCode.WINDOW);
        assertThat(trial.when(new CountOrderCode(false)).answer()).isInstanceOf(OrderCodeCounted.class);
    }

    @Test
    void aCodeThatWasNotSentIsNotCounted() {
        for (int i = 0; i < 10; i++) {
            trial.when(new CountOrderCode(false));
        }
        trial.when(new CountOrderCode(true));

        assertThat(trial.when(new CountOrderCode(false)).answer()).isInstanceOf(OrderCodeCounted.class);
        assertThat(refusal(new CountOrderCode(false))).isEqualTo("too_many_codes");
    }

    @Test
    void noMoreCodesAreGivenBackThanAreCounted() {
        trial.when(new CountOrderCode(false));
        trial.later(SentCode.WINDOW);

        assertThat(trial.when(new CountOrderCode(true)).events()).isEmpty();
        for (int i = 0; i < 10; i++) {
            trial.when(new CountOrderCode(false));
        }
        assertThat(refusal(new CountOrderCode(false))).isEqualTo("too_many_codes");
    }

    @Test
    void onlyAContactsKeyCountsCodes() {
        assertThat(((AccountRefused) Objects.requireNonNull(under("email:ab")
                                .when(new CountOrderCode(false))
                                .answer()))
                        .refusal()
                        .code())
                .isEqualTo("wrong_key");
    }

    @Test
    void aSessionOrdersOneReservationHoweverOften() {
        assertThat(trial.when(bind("s1", "h1")).events()).hasSize(1);

        assertThat(trial.when(bind("s1", "h1")).answer()).isInstanceOf(SessionBound.class);
        assertThat(refusal(bind("s1", "h2"))).isEqualTo("guest_has_booked");
        assertThat(trial.when(bind("s2", "h2")).answer()).isInstanceOf(SessionBound.class);
    }

    @Test
    void aSessionWhoseOrderCameToNothingMayOrderAnotherReservation() {
        trial.when(bind("s1", "h1"));

        assertThat(trial.when(unbind("s1", "another")).events()).isEmpty();
        assertThat(trial.when(unbind("s1", "h1")).events()).hasSize(1);
        assertThat(trial.when(unbind("s1", "h1")).events()).isEmpty();

        assertThat(trial.when(bind("s1", "h2")).answer()).isInstanceOf(SessionBound.class);
    }

    @Test
    void aDeletedGuestsCodeIsGoodNoMoreAndTheCountsGoOn() {
        ProveContact right = right(request());

        assertThat(trial.when(new DeleteAccount("guest:" + CONTACT, List.of())).events())
                .containsExactly(new GuestDeleted("guest:" + CONTACT, List.of()));

        assertThat(refusal(right)).isEqualTo("wrong_code");
        assertThat(trial.when(REQUEST).events()).isEmpty();
    }

    @Test
    void nobodyDeletesAnotherGuest() {
        assertThat(refusal(new DeleteAccount("guest:another", List.of()))).isEqualTo("wrong_key");
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        ProveContact right = right(request());

        trial.later(Duration.ofMinutes(10));

        assertThat(refusal(right)).isEqualTo("wrong_code");
    }

    @Test
    void onlyTheCodeThatWasSentLastCounts() {
        ProveContact first = right(request());
        trial.later(Duration.ofSeconds(30));
        ProveContact second = right(request());

        assertThat(trial.when(first).answer()).isInstanceOf(CodeFailed.class);
        assertThat(trial.when(second).answer()).isInstanceOf(ContactProven.class);
    }

    @Test
    void askingAgainAtOnceSendsNothingAndIsAnsweredTheSame() {
        CodeRequested first = request();

        var again = trial.later(Duration.ofSeconds(29)).when(REQUEST);

        assertThat(again.events()).isEmpty();
        assertThat(again.answer()).isEqualTo(first);
    }

    @Test
    void sendsFiveCodesAnHourAndNoTwoAlike() {
        Set<Integer> numbers = new TreeSet<>();
        int sent = 0;
        for (int i = 0; i < 60; i++) {
            var decision = trial.when(REQUEST);
            sent += decision.events().size();
            decision.events()
                    .forEach(event -> numbers.add(((CodeRequested) event).code().attempt()));
            trial.later(Duration.ofSeconds(59));
        }

        assertThat(sent).isEqualTo(5);
        assertThat(numbers).hasSize(5);
        assertThat(trial.later(Duration.ofMinutes(1)).when(REQUEST).events()).hasSize(1);
    }

    @Test
    void withoutACodeNothingIsProven() {
        assertThat(refusal(WRONG)).isEqualTo("wrong_code");
    }

    private CodeRequested request() {
        return (CodeRequested) Objects.requireNonNull(trial.when(REQUEST).answer());
    }

    private static ProveContact right(CodeRequested sent) {
        return right(sent, "home");
    }

    private static ProveContact right(CodeRequested sent, String source) {
        return new ProveContact(proof(code(CONTACT, sent.code().attempt())), source);
    }

    private static BindSession bind(String session, String hold) {
        return new BindSession(new SessionId("guest:" + CONTACT, session), hold, Accounts.START.plusSeconds(1800));
    }

    private static UnbindSession unbind(String session, String hold) {
        return new UnbindSession(new SessionId("guest:" + CONTACT, session), hold);
    }

    private String refusal(AccountsCommand command) {
        return ((AccountRefused) Objects.requireNonNull(trial.when(command).answer()))
                .refusal()
                .code();
    }
}
