package io.onsale.topologies.accounts.domain;

import static io.onsale.topologies.accounts.domain.Accounts.code;
import static io.onsale.topologies.accounts.domain.Accounts.proof;
import static io.onsale.topologies.accounts.domain.Accounts.sealed;
import static io.onsale.topologies.accounts.domain.Accounts.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.accounts.domain.AccountsCommand.ProveContact;
import io.onsale.topologies.accounts.domain.AccountsCommand.RequestCode;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.CodeFailed;
import io.onsale.topologies.accounts.domain.AccountsEvent.CodeRequested;
import io.onsale.topologies.accounts.domain.AccountsEvent.ContactProven;
import io.onsale.topologies.testing.Trial;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GuestTest {

    private static final String CONTACT = "0a1b";
    private static final ProveContact WRONG = new ProveContact(proof("000000"));
    private static final RequestCode REQUEST = new RequestCode(sealed("ann@example.org"));

    private final Trial<AccountsView, AccountsCommand, AccountsEvent> trial = under("guest:" + CONTACT);

    @Test
    void theCodeThatWasSentProvesTheContactOnce() {
        ProveContact right = right(request());

        assertThat(trial.when(right).answer()).isInstanceOf(ContactProven.class);
        assertThat(refusal(right)).isEqualTo("wrong_code");
    }

    @Test
    void fiveWrongCodesEndTheRightOne() {
        ProveContact right = right(request());
        for (int i = 1; i <= 5; i++) {
            assertThat(((CodeFailed) Objects.requireNonNull(trial.when(WRONG).answer()))
                            .code()
                            .failures())
                    .isEqualTo(i);
        }

        assertThat(refusal(right)).isEqualTo("wrong_code");
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
        return new ProveContact(proof(code(CONTACT, sent.code().attempt())));
    }

    private String refusal(ProveContact prove) {
        return ((AccountRefused) Objects.requireNonNull(trial.when(prove).answer()))
                .refusal()
                .code();
    }
}
