package io.onsale.topologies.accounts.domain;

import static io.onsale.topologies.accounts.domain.Accounts.EMAIL;
import static io.onsale.topologies.accounts.domain.Accounts.account;
import static io.onsale.topologies.accounts.domain.Accounts.signUp;
import static io.onsale.topologies.accounts.domain.Accounts.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.accounts.domain.AccountsEvent.AccountOpened;
import io.onsale.topologies.accounts.domain.AccountsEvent.SignUpRefused;
import io.onsale.topologies.kit.domain.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignUpTest {

    @ParameterizedTest
    @EnumSource(names = {"FAN", "ORGANIZER"})
    void opensAnAccountForAFreeEmailAddress(Role role) {
        var decision = under(EMAIL).when(signUp("ann", role));

        assertThat(decision).isEqualTo(Decision.of(new AccountOpened(account("ann", role))));
    }

    @Test
    void refusesAnEmailAddressThatHasAnAccount() {
        var trial = under(EMAIL).given(new AccountOpened(account("ann", Role.FAN)));

        var decision = trial.when(signUp("ben", Role.FAN));

        assertThat(code(decision)).isEqualTo("email_taken");
        assertThat(refused(decision).holder()).isEqualTo(account("ann", Role.FAN));
    }

    @Test
    void aRefusedSignUpLeavesTheAddressFree() {
        var trial = under(EMAIL);
        trial.when(signUp("ann", Role.OPERATOR));

        assertThat(trial.when(signUp("ann", Role.FAN)).answer()).isInstanceOf(AccountOpened.class);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FAN", "ORGANIZER"})
    void nobodySignsUpToMoreThanAnOrganizersRights(Role role) {
        assertThat(code(under(EMAIL).when(signUp("ann", role)))).isEqualTo("role_not_open");
    }

    @Test
    void refusesASignUpThatIsNotKeyedByAnEmailAddress() {
        assertThat(code(under("ann").when(signUp("ann", Role.FAN)))).isEqualTo("wrong_key");
    }

    @Test
    void sealedBytesAreEqualByContentAndNeverShown() {
        Account account = account("ann", Role.FAN);

        assertThat(account).isEqualTo(account("ann", Role.FAN)).hasSameHashCodeAs(account("ann", Role.FAN));
        assertThat(account.toString()).contains("credential=sealed").doesNotContain("hash");
    }

    private static String code(Decision<AccountsEvent> decision) {
        return refused(decision).refusal().code();
    }

    private static SignUpRefused refused(Decision<AccountsEvent> decision) {
        assertThat(decision.events()).hasSize(1).containsExactly(decision.answer());
        return (SignUpRefused) decision.events().getFirst();
    }
}
