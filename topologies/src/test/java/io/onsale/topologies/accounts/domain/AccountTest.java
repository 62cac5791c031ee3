package io.onsale.topologies.accounts.domain;

import static io.onsale.topologies.accounts.domain.Accounts.EMAIL;
import static io.onsale.topologies.accounts.domain.Accounts.START;
import static io.onsale.topologies.accounts.domain.Accounts.account;
import static io.onsale.topologies.accounts.domain.Accounts.sealed;
import static io.onsale.topologies.accounts.domain.Accounts.signUp;
import static io.onsale.topologies.accounts.domain.Accounts.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.accounts.domain.AccountsCommand.ChangePerson;
import io.onsale.topologies.accounts.domain.AccountsCommand.DeleteAccount;
import io.onsale.topologies.accounts.domain.AccountsCommand.EndSessions;
import io.onsale.topologies.accounts.domain.AccountsCommand.GrantRole;
import io.onsale.topologies.accounts.domain.AccountsCommand.OpenSession;
import io.onsale.topologies.accounts.domain.AccountsCommand.RecordIdentity;
import io.onsale.topologies.accounts.domain.AccountsCommand.RotateSession;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountDeleted;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountOpened;
import io.onsale.topologies.accounts.domain.AccountsEvent.AccountRefused;
import io.onsale.topologies.accounts.domain.AccountsEvent.IdentityVerified;
import io.onsale.topologies.accounts.domain.AccountsEvent.PersonChanged;
import io.onsale.topologies.accounts.domain.AccountsEvent.RoleGranted;
import io.onsale.topologies.accounts.domain.AccountsEvent.SessionRefused;
import io.onsale.topologies.testing.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccountTest {

    private final Trial<AccountsView, AccountsCommand, AccountsEvent> trial =
            under(EMAIL).given(new AccountOpened(account("ann", Role.FAN)));

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FAN", "GUEST"})
    void grantsARoleOnceHoweverOftenItIsAsked(Role role) {
        assertThat(trial.when(new GrantRole(role)).events())
                .containsExactly(new RoleGranted(account("ann", Role.FAN).withRole(role)));
        assertThat(trial.when(new GrantRole(role)).events()).isEmpty();
        assertThat(trial.when(new GrantRole(role)).answer()).isInstanceOf(RoleGranted.class);
    }

    @Test
    void grantsNobodyTheRoleOfGuests() {
        assertThat(refusal(trial.when(new GrantRole(Role.GUEST)).answer())).isEqualTo("role_not_grantable");
    }

    @Test
    void grantsNothingWhereThereIsNoAccount() {
        assertThat(refusal(under(EMAIL).when(new GrantRole(Role.OPERATOR)).answer()))
                .isEqualTo("unknown_account");
    }

    @Test
    void remembersThatAProviderVerifiedThePerson() {
        IdentityVerified verified = (IdentityVerified) Objects.requireNonNull(
                trial.when(new RecordIdentity("ann", "idv_1")).answer());

        assertThat(verified.account().identityKey()).isEqualTo("idv_1");
        assertThat(trial.when(new RecordIdentity("ann", "idv_1")).answer()).isEqualTo(verified);
        assertThat(refusal(trial.when(new RecordIdentity("ann", "idv_3")).answer()))
                .isEqualTo("identity_differs");
        assertThat(refusal(trial.when(new RecordIdentity("ben", "idv_2")).answer()))
                .isEqualTo("unknown_account");
    }

    @Test
    void whatAPersonTellsAnewTakesThePlaceOfThatAloneAndNothingRestsOnThePhoneNumber() {
        trial.when(new RecordIdentity("ann", "idv_1"));
        Person before = account("ann", Role.FAN).person();

        trial.when(new ChangePerson("ann", null, sealed("+82 10"), false));
        trial.when(new ChangePerson("ann", sealed("Anne"), null, false));
        Account changed = changed(new ChangePerson("ann", sealed("Anna"), null, false));
        Account without = changed(new ChangePerson("ann", null, null, true));

        assertThat(changed.person()).isEqualTo(new Person(before.email(), sealed("Anna"), sealed("+82 10")));
        assertThat(changed.identityKey()).isEqualTo("idv_1");
        assertThat(without.person()).isEqualTo(new Person(before.email(), sealed("Anna"), null));
    }

    @Test
    void nobodyChangesTheAccountOfWhoeverHasTheAddressNow() {
        assertThat(refusal(trial.when(new ChangePerson("ben", sealed("Ben"), null, false))
                        .answer()))
                .isEqualTo("unknown_account");
    }

    private Account changed(ChangePerson change) {
        return ((PersonChanged) Objects.requireNonNull(trial.when(change).answer())).account();
    }

    @Test
    void aDeletedAccountLeavesItsAddressFree() {
        assertThat(trial.when(new DeleteAccount("ann", List.of())).answer()).isInstanceOf(AccountDeleted.class);

        assertThat(refusal(trial.when(new DeleteAccount("ann", List.of())).answer()))
                .isEqualTo("unknown_account");
        assertThat(trial.when(signUp("ben", Role.FAN)).answer()).isInstanceOf(AccountOpened.class);
    }

    @Test
    void nobodyDeletesTheAccountOfWhoeverHasTheAddressNow() {
        assertThat(refusal(trial.when(new DeleteAccount("ben", List.of())).answer()))
                .isEqualTo("unknown_account");
    }

    @Test
    void endedSessionsNeitherGoOnNorBeginAgain() {
        SessionId session = new SessionId("ann", "s1");
        var sessions = under("ann");
        sessions.when(new OpenSession(session, START.plus(Duration.ofDays(30)), null));

        sessions.when(new EndSessions("ann"));

        assertThat(sessions.when(new RotateSession(session, 0, null)).answer()).isInstanceOf(SessionRefused.class);
        assertThat(sessions.when(new OpenSession(new SessionId("ann", "s2"), START.plus(Duration.ofDays(30)), null))
                        .answer())
                .isInstanceOf(SessionRefused.class);
        assertThat(sessions.when(new EndSessions("ann")).events()).isEmpty();
    }

    private static String refusal(@Nullable AccountsEvent answer) {
        return ((AccountRefused) Objects.requireNonNull(answer)).refusal().code();
    }
}
