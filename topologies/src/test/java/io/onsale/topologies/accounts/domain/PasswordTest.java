package io.onsale.topologies.accounts.domain;

import static io.onsale.topologies.accounts.domain.Accounts.EMAIL;
import static io.onsale.topologies.accounts.domain.Accounts.account;
import static io.onsale.topologies.accounts.domain.Accounts.code;
import static io.onsale.topologies.accounts.domain.Accounts.proof;
import static io.onsale.topologies.accounts.domain.Accounts.sealed;
import static io.onsale.topologies.accounts.domain.Accounts.signUp;
import static io.onsale.topologies.accounts.domain.Accounts.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.accounts.domain.AccountsCommand.ChangePassword;
import io.onsale.topologies.accounts.domain.AccountsCommand.DeleteAccount;
import io.onsale.topologies.accounts.domain.AccountsCommand.ReportLogin;
import io.onsale.topologies.accounts.domain.AccountsCommand.RequestReset;
import io.onsale.topologies.accounts.domain.AccountsCommand.ResetPassword;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountOpened;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.CodeFailed;
import io.onsale.topologies.accounts.domain.AccountsEvent.LoginJudged;
import io.onsale.topologies.accounts.domain.AccountsEvent.PasswordChanged;
import io.onsale.topologies.accounts.domain.AccountsEvent.PasswordReset;
import io.onsale.topologies.accounts.domain.AccountsEvent.ResetRequested;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.testing.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PasswordTest {

    private static final RequestReset FORGOTTEN = new RequestReset("home");
    private static final ResetPassword GUESSED = new ResetPassword("ann", proof("a guess"), "home", sealed("new"));

    private final Trial<AccountsView, AccountsCommand, AccountsEvent> trial =
            under(EMAIL).given(new AccountOpened(account("ann", Role.FAN)));

    @Test
    void whoTypesThePasswordSetsAnother() {
        PasswordChanged changed = (PasswordChanged)
                Objects.requireNonNull(trial.when(change(true, 0, "new")).answer());

        assertThat(changed.session()).isEqualTo("s1");
        assertThat(changed.account().secrets().credential()).isEqualTo(sealed("new"));
        assertThat(changed.account().passwordGeneration()).isEqualTo(1);
    }

    @Test
    void aWrongPasswordSetsNoneAndCountsAsALoginDoes() {
        for (int i = 0; i < 5; i++) {
            assertThat(judged(change(false, 0, "new")).accepted()).isFalse();
        }

        assertThat(judged(change(true, 0, "new")).accepted())
                .as("the right one is locked out as well")
                .isFalse();
        assertThat(judged(new ReportLogin(true, "home", 0)).accepted()).isFalse();
        assertThat(trial.later(Duration.ofSeconds(30))
                        .when(change(true, 0, "new"))
                        .answer())
                .isInstanceOf(PasswordChanged.class);
    }

    @Test
    void ofTwoWhoSetAnotherAtOnceOneDoes() {
        assertThat(trial.when(change(true, 0, "one")).answer()).isInstanceOf(PasswordChanged.class);

        Decision<AccountsEvent> second = trial.when(change(true, 0, "two"));

        assertThat(second.events()).isEmpty();
        assertThat(refusal(second)).isEqualTo("password_changed");
    }

    @Test
    void nobodySetsThePasswordOfWhoeverHasTheAddressNow() {
        ChangePassword others = new ChangePassword("ben", "s1", new ReportLogin(true, "home", 0), sealed("new"));

        assertThat(refusal(trial.when(others))).isEqualTo("unknown_account");
    }

    @Test
    void theCodeThatWasSentSetsAnotherPasswordOnce() {
        ResetPassword right = right(request());

        PasswordReset reset =
                (PasswordReset) Objects.requireNonNull(trial.when(right).answer());
        assertThat(reset.account().secrets().credential()).isEqualTo(sealed("new"));
        assertThat(reset.account().passwordGeneration()).isEqualTo(1);

        assertThat(refusal(trial.when(right))).isEqualTo("wrong_code");
    }

    @Test
    void ofTwoWhoTypeTheCodeAtOnceOneSetsThePassword() {
        ResetRequested sent = request();

        assertThat(trial.when(right(sent)).answer()).isInstanceOf(PasswordReset.class);
        assertThat(refusal(trial.when(new ResetPassword("ann", right(sent).proof(), "elsewhere", sealed("theirs")))))
                .isEqualTo("wrong_code");
    }

    @Test
    void fiveWrongCodesFromOneAddressEndTheRightOneThereAndNotAtHome() {
        ResetRequested sent = request();
        for (int i = 0; i < 20; i++) {
            trial.when(new ResetPassword("ann", proof("a guess"), "a stranger's", sealed("theirs")));
        }

        assertThat(refusal(trial.when(new ResetPassword("ann", right(sent).proof(), "a stranger's", sealed("theirs")))))
                .isEqualTo("wrong_code");
        assertThat(trial.when(right(sent)).answer()).isInstanceOf(PasswordReset.class);
    }

    @Test
    void wrongCodesWriteDownOnlyWhatCounts() {
        request();
        List<AccountsEvent> written = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            written.addAll(trial.when(GUESSED).events());
        }

        assertThat(written).hasSize(5).allMatch(CodeFailed.class::isInstance);
    }

    @Test
    void aCodeIsGoodForTenMinutesAndOnlyTheLastOne() {
        ResetPassword first = right(request());
        trial.later(Duration.ofSeconds(30));
        ResetPassword second = right(request());

        assertThat(trial.when(first).answer()).isInstanceOf(CodeFailed.class);
        assertThat(refusal(trial.later(Duration.ofMinutes(10)).when(second))).isEqualTo("wrong_code");
    }

    @Test
    void askingAgainAtOnceSendsNothingAndIsAnsweredTheSame() {
        ResetRequested first = request();

        Decision<AccountsEvent> again = trial.later(Duration.ofSeconds(29)).when(FORGOTTEN);

        assertThat(again).isEqualTo(Decision.answer(first));
    }

    @Test
    void loggingInBetweenLeavesTheCodeGoodAndAnotherPasswordDoesNot() {
        ResetPassword first = right(request());
        trial.when(new ReportLogin(true, "home", 0));
        assertThat(trial.when(first).answer()).isInstanceOf(PasswordReset.class);

        trial.later(Duration.ofSeconds(30));
        ResetPassword second = right(request());
        trial.when(change(true, 1, "typed"));
        assertThat(refusal(trial.when(second))).isEqualTo("wrong_code");
    }

    @Test
    void whoeverWasLockedOutIsLetInWithTheNewPassword() {
        for (int i = 0; i < 5; i++) {
            trial.when(new ReportLogin(false, "home", 0));
        }
        trial.when(right(request()));

        assertThat(judged(new ReportLogin(true, "home", 1)).accepted()).isTrue();
    }

    @Test
    void anAddressThatNobodyHasIsAnsweredLikeAnyOther() {
        Trial<AccountsView, AccountsCommand, AccountsEvent> nobodys = under(EMAIL);

        for (int i = 0; i < 8; i++) {
            ResetRequested known = (ResetRequested)
                    Objects.requireNonNull(trial.when(FORGOTTEN).answer());
            ResetRequested unknown = (ResetRequested)
                    Objects.requireNonNull(nobodys.when(FORGOTTEN).answer());
            assertThat(unknown.code()).isEqualTo(known.code());
            assertThat(unknown.tries()).isEqualTo(known.tries());
            assertThat(nobodys.when(GUESSED).answer())
                    .hasSameClassAs(Objects.requireNonNull(trial.when(GUESSED).answer()));
            trial.later(Duration.ofSeconds(30));
            nobodys.later(Duration.ofSeconds(30));
        }
    }

    @Test
    void noCodeSetsThePasswordOfAnAddressThatNobodyHas() {
        Trial<AccountsView, AccountsCommand, AccountsEvent> nobodys = under(EMAIL);
        ResetRequested asked =
                (ResetRequested) Objects.requireNonNull(nobodys.when(FORGOTTEN).answer());

        assertThat(refusal(nobodys.when(right(asked)))).isEqualTo("wrong_code");
    }

    @Test
    void aCodeOutlivesNoAccount() {
        ResetPassword right = right(request());
        trial.when(new DeleteAccount("ann", List.of()));
        trial.when(signUp("ann", Role.FAN));

        assertThat(refusal(trial.when(right))).isEqualTo("wrong_code");
    }

    @Test
    void whatAnEdgeThatWasBehindHasSealedWithAnotherKeyIsNotTakenAndTheCodeStaysGood() {
        ResetRequested sent = request();
        ResetPassword behind = new ResetPassword("nobody", right(sent).proof(), "home", sealed("unreadable"));

        assertThat(trial.when(behind).events()).isEmpty();
        assertThat(refusal(trial.when(behind))).isEqualTo("password_changed");
        assertThat(trial.when(right(sent)).answer()).isInstanceOf(PasswordReset.class);
    }

    @Test
    void nothingOfThisIsAskedUnderAGuestsKey() {
        assertThat(refusal(under("guest:0a1b").when(FORGOTTEN))).isEqualTo("wrong_key");
        assertThat(refusal(under("guest:0a1b").when(GUESSED))).isEqualTo("wrong_key");
    }

    private ResetRequested request() {
        return (ResetRequested) Objects.requireNonNull(trial.when(FORGOTTEN).answer());
    }

    private static ResetPassword right(ResetRequested sent) {
        return new ResetPassword("ann", proof(code("0a1b", sent.code().attempt())), "home", sealed("new"));
    }

    private static ChangePassword change(boolean matched, int generation, String credential) {
        return new ChangePassword("ann", "s1", new ReportLogin(matched, "home", generation), sealed(credential));
    }

    private LoginJudged judged(AccountsCommand command) {
        return (LoginJudged) Objects.requireNonNull(trial.when(command).answer());
    }

    private static String refusal(Decision<AccountsEvent> decision) {
        return ((AccountRefused) Objects.requireNonNull(decision.answer()))
                .refusal()
                .code();
    }
}
