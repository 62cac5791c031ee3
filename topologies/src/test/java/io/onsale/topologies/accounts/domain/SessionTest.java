package io.onsale.topologies.accounts.domain;

import static io.onsale.topologies.accounts.domain.Accounts.START;
import static io.onsale.topologies.accounts.domain.Accounts.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.accounts.domain.AccountsCommand.CloseSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.EndOtherSessions;
import io.onsale.topologies.accounts.domain.AccountsCommand.OpenSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.RotateSession;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionClosed;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionGranted;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionRefused;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.testing.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SessionTest {

    private static final Duration LIFE = Duration.ofDays(30);
    private static final Instant END = START.plus(LIFE);
    private static final SessionId ID = new SessionId("ann", "s1");
    private static final OpenSession OPEN = new OpenSession(ID, END, null);
    private static final CloseSession CLOSE = new CloseSession(ID);

    private final Trial<AccountsView, AccountsCommand, AccountsEvent> trial = under("ann");

    @Test
    void beginsWithGenerationZero() {
        assertThat(trial.when(OPEN)).isEqualTo(Decision.of(granted(0)));
    }

    @Test
    void tradesTheValidTokenForTheNextAndKeepsTheEnd() {
        trial.given(granted(0)).later(Duration.ofDays(1));

        assertThat(trial.when(rotate(0))).isEqualTo(Decision.of(granted(1)));
        assertThat(trial.when(rotate(1))).isEqualTo(Decision.of(granted(2)));
    }

    @Test
    void endsTheSessionWhenAnOldTokenTurnsUp() {
        trial.given(granted(0), granted(1));

        var decision = trial.when(rotate(0));

        assertThat(decision.events()).containsExactly(new SessionClosed(ID, SessionEnd.REUSE));
        assertThat(code(decision)).isEqualTo("refresh_reused");
        assertThat(code(trial.when(rotate(1)))).isEqualTo("session_ended");
    }

    @Test
    void answersTheLastTradeAgainUnderTheSameKeyAndNothingHappens() {
        trial.given(granted(0));
        Decision<AccountsEvent> first = trial.when(rotate(0, "k"));

        assertThat(trial.when(rotate(0, "k"))).isEqualTo(new Decision<>(List.of(), first.answer()));
    }

    @Test
    void takesAnotherKeyForReuse() {
        trial.given(granted(0));
        trial.when(rotate(0, "k"));

        assertThat(code(trial.when(rotate(0, "another")))).isEqualTo("refresh_reused");
    }

    @Test
    void takesATradeBeforeTheLastForReuseEvenUnderItsKey() {
        trial.given(granted(0));
        trial.when(rotate(0, "k"));
        trial.when(rotate(1, "k"));

        assertThat(code(trial.when(rotate(0, "k")))).isEqualTo("refresh_reused");
    }

    @Test
    void repeatsNoAnswerOfASessionThatHasEnded() {
        trial.given(granted(0));
        trial.when(rotate(0, "k"));
        trial.when(rotate(0));

        assertThat(code(trial.when(rotate(0, "k")))).isEqualTo("session_ended");
    }

    @Test
    void refusesATokenThatWasNeverGranted() {
        trial.given(granted(0));

        assertThat(code(trial.when(rotate(1)))).isEqualTo("session_ended");
        assertThat(trial.when(rotate(0))).isEqualTo(Decision.of(granted(1)));
    }

    @Test
    void endsAtLogout() {
        trial.given(granted(0));

        assertThat(trial.when(CLOSE)).isEqualTo(Decision.of(new SessionClosed(ID, SessionEnd.LOGOUT)));
        assertThat(code(trial.when(rotate(0)))).isEqualTo("session_ended");
    }

    @Test
    void loggingOutTwiceIsAnsweredAlikeAndHappensOnce() {
        trial.given(granted(0));
        SessionClosed closed = new SessionClosed(ID, SessionEnd.LOGOUT);

        assertThat(trial.when(CLOSE)).isEqualTo(Decision.of(closed));
        assertThat(trial.when(CLOSE)).isEqualTo(Decision.answer(closed));
    }

    @Test
    void loggingOutOfASessionThatReuseEndedSaysSo() {
        trial.given(granted(0), new SessionClosed(ID, SessionEnd.REUSE));

        assertThat(trial.when(CLOSE)).isEqualTo(Decision.answer(new SessionClosed(ID, SessionEnd.REUSE)));
    }

    @Test
    void livesUntilItsEndAndNotAtIt() {
        trial.given(granted(0)).later(LIFE.minusMillis(1));
        assertThat(trial.when(rotate(0))).isEqualTo(Decision.of(granted(1)));

        trial.later(Duration.ofMillis(1));
        assertThat(code(trial.when(rotate(1)))).isEqualTo("session_ended");
        assertThat(code(trial.when(CLOSE))).isEqualTo("session_ended");
    }

    @Test
    void refusesToOpenASessionTwice() {
        trial.given(granted(0));

        assertThat(code(trial.when(OPEN))).isEqualTo("session_exists");
    }

    @Test
    void refusesToOpenASessionThatWouldHaveEnded() {
        trial.later(LIFE);

        assertThat(code(trial.when(OPEN))).isEqualTo("session_ended");
    }

    @Test
    void anExpiredSessionIsAsGoodAsNoneWhetherOrNotItsRowIsGone() {
        trial.given(granted(0), granted(1)).later(LIFE);
        SessionGranted anew = new SessionGranted(ID, 0, END.plus(LIFE), null, 0);

        assertThat(trial.when(new OpenSession(ID, anew.expiresAt(), null))).isEqualTo(Decision.of(anew));
    }

    @Test
    void sessionsOfOneAccountAreApart() {
        SessionId other = new SessionId("ann", "s2");
        trial.given(granted(0), new SessionGranted(other, 0, END, null, 0));
        trial.when(CLOSE);

        assertThat(trial.when(new RotateSession(other, 0, null)))
                .isEqualTo(Decision.of(new SessionGranted(other, 1, END, null, 0)));
    }

    @Test
    void anotherPasswordEndsEverySessionButTheOneInWhichItWasSet() {
        SessionId other = new SessionId("ann", "s2");
        trial.when(open(ID, 1));
        trial.when(open(other, 1));

        trial.when(new EndOtherSessions("ann", 5, "s1"));

        assertThat(trial.when(rotate(0)).events()).hasSize(1);
        assertThat(code(trial.when(new RotateSession(other, 0, null)))).isEqualTo("session_ended");
        assertThat(code(trial.when(new CloseSession(other)))).isEqualTo("session_ended");
        assertThat(code(trial.when(open(other, 5)))).isEqualTo("session_exists");
    }

    @Test
    void whoGaveTheFormerPasswordBeginsNoSessionAndWhoGaveTheNewOneDoesWhicheverComesFirst() {
        trial.when(open(new SessionId("ann", "early"), 5));

        trial.when(new EndOtherSessions("ann", 5, null));

        assertThat(code(trial.when(open(ID, 4)))).isEqualTo("session_ended");
        assertThat(trial.when(open(ID, 5)).events()).hasSize(1);
        assertThat(trial.when(new RotateSession(new SessionId("ann", "early"), 0, null))
                        .events())
                .hasSize(1);
    }

    @Test
    void aSessionOfWhichNobodySaidByWhatItsHolderWasKnownEndsWithThePasswordOfItsTime() {
        trial.when(new EndOtherSessions("ann", 5, null));
        trial.when(OPEN);
        assertThat(trial.when(rotate(0)).events()).hasSize(1);

        trial.when(new EndOtherSessions("ann", 6, null));

        assertThat(code(trial.when(rotate(1)))).isEqualTo("session_ended");
    }

    @Test
    void anEndedSessionDoesNotComeBackByChangingThePasswordInIt() {
        SessionId other = new SessionId("ann", "s2");
        trial.when(open(ID, 1));
        trial.when(open(other, 1));
        trial.when(new EndOtherSessions("ann", 5, "s2"));
        trial.when(new CloseSession(other));

        trial.when(new EndOtherSessions("ann", 6, "s1"));
        assertThat(code(trial.when(rotate(0)))).isEqualTo("session_ended");
        trial.when(new EndOtherSessions("ann", 7, "s2"));
        assertThat(code(trial.when(new RotateSession(other, 0, null)))).isEqualTo("session_ended");
    }

    @Test
    void endsOtherSessionsOnceHoweverOftenItIsAsked() {
        trial.when(open(ID, 1));
        trial.when(new EndOtherSessions("ann", 5, "s1"));

        assertThat(trial.when(new EndOtherSessions("ann", 5, null)).events()).isEmpty();
        assertThat(trial.when(new EndOtherSessions("ann", 4, null)).events()).isEmpty();
        assertThat(under("ben").when(new EndOtherSessions("ann", 5, null)).events())
                .isEmpty();
        assertThat(trial.when(rotate(0)).events()).hasSize(1);
    }

    private static OpenSession open(SessionId id, long proven) {
        return new OpenSession(id, END, proven);
    }

    static List<AccountsCommand> everyCommand() {
        return List.of(OPEN, rotate(0), CLOSE);
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void refusesWhatIsNotKeyedByTheAccount(AccountsCommand command) {
        assertThat(code(under("ben").when(command))).isEqualTo("wrong_key");
    }

    private static RotateSession rotate(int generation) {
        return new RotateSession(ID, generation, null);
    }

    private static RotateSession rotate(int generation, String key) {
        return new RotateSession(ID, generation, key);
    }

    private static SessionGranted granted(int generation) {
        return new SessionGranted(ID, generation, END, null, 0);
    }

    private static String code(Decision<AccountsEvent> decision) {
        if (decision.answer() instanceof SessionRefused refused) {
            return refused.refusal().code();
        }
        throw new AssertionError("not refused: " + decision);
    }
}
