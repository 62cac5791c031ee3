package io.onsale.topologies.accounts;

import io.onsale.schemas.accounts.AccountOpened;
import io.onsale.schemas.accounts.AccountState;
import io.onsale.schemas.accounts.ChangePerson;
import io.onsale.schemas.accounts.PersonChanged;
import io.onsale.schemas.accounts.SignUp;
import io.onsale.schemas.accounts.StoredAccount;
import io.onsale.schemas.privacy.Pseudonyms;
import io.onsale.topologies.accounts.domain.Account;
import io.onsale.topologies.accounts.domain.AccountsCommand;
import io.onsale.topologies.accounts.domain.Person;
import io.onsale.topologies.accounts.domain.Role;
import io.onsale.topologies.accounts.domain.Secrets;
import io.onsale.topologies.kit.domain.Sealed;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** An account between Avro and the domain; the one place that decides which record carries its secrets. */
final class AccountMapping {

    private AccountMapping() {}

    static AccountsCommand.SignUp signUp(SignUp signUp) {
        return new AccountsCommand.SignUp(
                signUp.getAccountId(),
                role(signUp.getRole()),
                secrets(signUp.getCredential(), signUp.getPersonKey()),
                person(signUp.getEmail(), signUp.getName(), signUp.getPhone()));
    }

    static AccountsCommand.ChangePerson change(ChangePerson change) {
        return new AccountsCommand.ChangePerson(
                change.getAccountId(), sealed(change.getName()), sealed(change.getPhone()), change.getWithoutPhone());
    }

    static PersonChanged changed(Account account) {
        Person person = account.person();
        return new PersonChanged(account.id(), person.name().bytes(), bytes(person.phone()));
    }

    /** For everyone who reads events: without secrets. */
    static AccountOpened opened(Account account) {
        Person person = account.person();
        return new AccountOpened(
                account.id(),
                role(account.role()),
                person.email().bytes(),
                person.name().bytes(),
                bytes(person.phone()));
    }

    /** For the edge, which checks passwords. */
    static AccountState state(Account account, long sequence) {
        Person person = account.person();
        return new AccountState(
                account.id(),
                role(account.role()),
                account.secrets().credential().bytes(),
                bytes(account.secrets().personKey()),
                person.email().bytes(),
                person.name().bytes(),
                bytes(person.phone()),
                account.openedAt(),
                sequence,
                null,
                false,
                account.passwordGeneration(),
                account.identityKey());
    }

    /** Of an account that is no more: nothing but that, in the place of all that was known. */
    static AccountState deleted(Account account, long sequence) {
        return AccountState.newBuilder()
                .setAccountId(account.id())
                .setRole(role(account.role()))
                .setOpenedAt(account.openedAt())
                .setSequence(sequence)
                .setDeleted(true)
                .build();
    }

    static StoredAccount store(Account account) {
        Person person = account.person();
        return new StoredAccount(
                account.id(),
                role(account.role()),
                account.secrets().credential().bytes(),
                bytes(account.secrets().personKey()),
                person.email().bytes(),
                person.name().bytes(),
                bytes(person.phone()),
                account.openedAt(),
                null,
                account.passwordGeneration(),
                account.identityKey());
    }

    static Account load(StoredAccount account, Pseudonyms pseudonyms) {
        return new Account(
                account.getAccountId(),
                role(account.getRole()),
                secrets(account.getCredential(), account.getPersonKey()),
                person(account.getEmail(), account.getName(), account.getPhone()),
                account.getOpenedAt(),
                pseudonyms
                        .identityKey(account.getIdentityKey(), account.getIdentity())
                        .orElse(null),
                account.getPasswordGeneration());
    }

    static Role role(io.onsale.schemas.accounts.Role role) {
        return Role.valueOf(role.name());
    }

    static io.onsale.schemas.accounts.Role role(Role role) {
        return io.onsale.schemas.accounts.Role.valueOf(role.name());
    }

    private static Secrets secrets(ByteBuffer credential, @Nullable ByteBuffer personKey) {
        return new Secrets(Sealed.of(credential), sealed(personKey));
    }

    private static Person person(ByteBuffer email, ByteBuffer name, @Nullable ByteBuffer phone) {
        return new Person(Sealed.of(email), Sealed.of(name), sealed(phone));
    }

    private static @Nullable Sealed sealed(@Nullable ByteBuffer bytes) {
        return bytes == null ? null : Sealed.of(bytes);
    }

    private static @Nullable ByteBuffer bytes(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.bytes();
    }
}
