package io.onsale.edge.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.edge.auth.People.Newcomer;
import io.onsale.edge.auth.People.Person;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.accounts.SignUp;
import io.onsale.schemas.privacy.BrokenSealException;
import io.onsale.schemas.privacy.Contacts;
import io.onsale.schemas.privacy.ProcessKey;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeopleTest {

    private static final Person PERSON = new Person("fan@example.com", "Kim Fan", Optional.of("+82 10 1234"));

    private final People people = new People(ProcessKey.generate(), new Contacts("82"));

    @Test
    void readsBackWhatItSealed() {
        AccountState account = state(people.signUp("account-1", Role.FAN, PERSON, "$argon2id$hash"));
        assertThat(people.person(account)).isEqualTo(PERSON);
        assertThat(people.person(account)).isEqualTo(PERSON);
        assertThat(people.passwordHash(account)).isEqualTo("$argon2id$hash");
    }

    @Test
    void leavesOutThePhoneThatNobodyGave() {
        Person person = new Person("fan@example.com", "Kim Fan", Optional.empty());
        assertThat(people.person(state(people.signUp("account-1", Role.FAN, person, "h"))))
                .isEqualTo(person);
    }

    @Test
    void showsNothingOfThePersonInTheCommand() throws Exception {
        byte[] command = people.signUp("account-1", Role.FAN, PERSON, "$argon2id$hash")
                .command()
                .toByteBuffer()
                .array();
        assertThat(new String(command, UTF_8)).doesNotContain("example", "Kim", "1234", "argon2id");
    }

    @Test
    void opensNothingOfOneAccountInTheNameOfAnother() {
        Newcomer command = people.signUp("account-1", Role.FAN, PERSON, "h");
        AccountState swapped = AccountState.newBuilder(state(command))
                .setAccountId("account-2")
                .build();
        assertThatThrownBy(() -> people.person(swapped)).isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> people.passwordHash(swapped)).isInstanceOf(BrokenSealException.class);
    }

    private static AccountState state(Newcomer newcomer) {
        SignUp command = newcomer.command();
        return AccountState.newBuilder()
                .setAccountId(command.getAccountId())
                .setRole(command.getRole())
                .setCredential(command.getCredential())
                .setPersonKey(newcomer.key().getPersonKey())
                .setEmail(command.getEmail())
                .setName(command.getName())
                .setPhone(command.getPhone())
                .setOpenedAt(Instant.EPOCH)
                .setSequence(1)
                .build();
    }
}
