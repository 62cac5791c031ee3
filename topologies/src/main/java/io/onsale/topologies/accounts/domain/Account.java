package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Sealed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stands.
 *
 * @param identityKey what stands for the person whom a provider verified, or null where none did
 * @param passwordGeneration how many passwords it had before this one
 */
public record Account(
        String id,
        Role role,
        Secrets secrets,
        Person person,
        Instant openedAt,
        @Nullable String identityKey,
        int passwordGeneration) {

    static Account opened(String id, Role role, Secrets secrets, Person person, Instant at) {
        return new Account(id, role, secrets, person, at, null, 0);
    }

    Account withRole(Role other) {
        return new Account(id, other, secrets, person, openedAt, identityKey, passwordGeneration);
    }

    Account withIdentity(String verified) {
        return new Account(id, role, secrets, person, openedAt, verified, passwordGeneration);
    }

    /** A verified identity stays: the provider was told a phone number of its own, and nothing rests on this one. */
    Account withPerson(Person changed) {
        return new Account(id, role, secrets, changed, openedAt, identityKey, passwordGeneration);
    }

    Account withPassword(Sealed credential) {
        Secrets other = new Secrets(credential, secrets.personKey());
        return new Account(id, role, other, person, openedAt, identityKey, passwordGeneration + 1);
    }
}
