package io.onsale.topologies.accounts.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stands.
 *
 * @param identity by which a provider knows that it verified the person, or null where none did
 */
public record Account(
        String id,
        Role role,
        Secrets secrets,
        Person person,
        Instant openedAt,
        @Nullable String identity) {

    static Account opened(String id, Role role, Secrets secrets, Person person, Instant at) {
        return new Account(id, role, secrets, person, at, null);
    }

    Account withRole(Role other) {
        return new Account(id, other, secrets, person, openedAt, identity);
    }

    Account withIdentity(String reference) {
        return new Account(id, role, secrets, person, openedAt, reference);
    }
}
