package io.onsale.topologies.accounts.domain;

import static io.onsale.topologies.accounts.domain.Accounts.EMAIL;
import static io.onsale.topologies.accounts.domain.Accounts.START;
import static io.onsale.topologies.accounts.domain.Accounts.account;
import static io.onsale.topologies.accounts.domain.Accounts.sealed;
import static io.onsale.topologies.accounts.domain.Accounts.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.accounts.domain.AccountsCommand.ChangePassword;
import io.onsale.topologies.accounts.domain.AccountsCommand.ReportLogin;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountOpened;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.LoginJudged;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.testing.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LoginTest {

    private static final ReportLogin RIGHT = new ReportLogin(true, "home", null);
    private static final ReportLogin WRONG = new ReportLogin(false, "home", null);

    private final Trial<AccountsView, AccountsCommand, AccountsEvent> trial = under(EMAIL);

    @Test
    void letsARightPasswordInWithoutAnEvent() {
        Decision<AccountsEvent> decision = trial.when(RIGHT);

        assertThat(decision.events()).isEmpty();
        assertThat(judged(decision).accepted()).isTrue();
    }

    @Test
    void aRightPasswordForgivesTheFewWrongOnesBefore() {
        fail(4);

        assertThat(trial.when(RIGHT).events()).hasSize(1);
        assertThat(judged(trial.when(WRONG)).from().failures()).isEqualTo(1);
    }

    @Test
    void theFifthWrongPasswordLocksForHalfAMinuteEvenTheRightOneOut() {
        fail(4);

        LoginJudged fifth = judged(trial.when(WRONG));
        Decision<AccountsEvent> during = trial.later(Duration.ofSeconds(29)).when(RIGHT);

        assertThat(lock(fifth)).isEqualTo(START.plusSeconds(30));
        assertThat(during.events()).isEmpty();
        assertThat(judged(during).accepted()).isFalse();
        assertThat(judged(trial.later(Duration.ofSeconds(1)).when(RIGHT)).accepted())
                .isTrue();
    }

    @Test
    void guessingWhileLockedNeitherCountsNorLengthensTheLock() {
        fail(5);
        fail(100);

        assertThat(judged(trial.later(Duration.ofSeconds(30)).when(RIGHT)).accepted())
                .isTrue();
    }

    @Test
    void whoeverGuessesFromElsewhereLocksOutNobodyButThemselves() {
        for (int i = 0; i < 10; i++) {
            trial.when(new ReportLogin(false, "elsewhere", null));
        }

        assertThat(judged(trial.when(new ReportLogin(true, "elsewhere", null))).accepted())
                .isFalse();
        assertThat(judged(trial.when(RIGHT)).accepted()).isTrue();
    }

    @Test
    void aRightPasswordForgivesNothingThatCameFromElsewhere() {
        for (int i = 0; i < 5; i++) {
            trial.when(new ReportLogin(false, "elsewhere", null));
        }
        trial.when(RIGHT);

        assertThat(judged(trial.when(new ReportLogin(true, "elsewhere", null))).accepted())
                .isFalse();
    }

    @Test
    void theHundredthWrongPasswordLocksWhereverItsGuessesCameFrom() {
        for (int i = 1; i < 100; i++) {
            trial.when(new ReportLogin(false, "address " + i / 4, null));
        }
        fail(1);
        LoginJudged last = judged(trial.when(new ReportLogin(true, "the owner's", null)));

        assertThat(last.accepted()).isFalse();
        assertThat(lock(last)).isEqualTo(START.plusSeconds(30));
        assertThat(judged(trial.later(Duration.ofSeconds(30)).when(new ReportLogin(true, "the owner's", null)))
                        .accepted())
                .isTrue();
    }

    @Test
    void eachFurtherLockIsTwiceAsLongUpToSixteenMinutes() {
        fail(4);
        long[] seconds = {30, 60, 120, 240, 480, 960, 960};
        Instant now = START;

        for (long expected : seconds) {
            Instant until = lock(judged(trial.when(WRONG)));
            assertThat(Duration.between(now, until)).hasSeconds(expected);
            now = until;
            trial.later(Duration.ofSeconds(expected));
        }
    }

    @Test
    void failuresAreForgottenADayAfterTheLast() {
        fail(4);

        assertThat(judged(trial.later(Duration.ofDays(1)).when(WRONG)).from().failures())
                .isEqualTo(1);
    }

    @Test
    void anAddressThatNobodyHasIsJudgedLikeAnyOther() {
        Trial<AccountsView, AccountsCommand, AccountsEvent> known =
                under(EMAIL).given(new AccountOpened(account("ann", Role.FAN)));

        for (int i = 0; i < 7; i++) {
            LoginJudged ofKnown = judged(known.when(WRONG));
            LoginJudged ofUnknown = judged(trial.when(WRONG));
            assertThat(ofKnown.from()).isEqualTo(ofUnknown.from());
            assertThat(ofKnown.all()).isEqualTo(ofUnknown.all());
        }
    }

    @Test
    void whatWasComparedWithAFormerPasswordIsNeitherRightNorWrong() {
        trial.given(new AccountOpened(account("ann", Role.FAN)));
        trial.when(new ChangePassword("ann", "s1", new ReportLogin(true, "home", 0), sealed("another hash")));

        for (boolean matched : new boolean[] {true, false}) {
            Decision<AccountsEvent> behind = trial.when(new ReportLogin(matched, "home", 0));
            assertThat(behind.events()).isEmpty();
            assertThat(((AccountRefused) Objects.requireNonNull(behind.answer()))
                            .refusal()
                            .code())
                    .isEqualTo("password_changed");
        }
        assertThat(judged(trial.when(new ReportLogin(true, "home", 1))).accepted())
                .isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            trial.when(WRONG);
        }
    }

    private static Instant lock(LoginJudged judged) {
        return Objects.requireNonNull(judged.lockedUntil());
    }

    private static LoginJudged judged(Decision<AccountsEvent> decision) {
        return (LoginJudged) Objects.requireNonNull(decision.answer());
    }
}
