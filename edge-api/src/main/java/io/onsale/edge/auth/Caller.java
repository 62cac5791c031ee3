package io.onsale.edge.auth;

import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import java.util.Optional;

/**
 * The person whose request this is: signed in, or a guest.
 *
 * @param contact where a guest is reached, sealed as in the token; of others the account says it
 * @param contactKey HMAC of the contact whose owner it is, with an account or without; nothing where another issuer vouches
 */
public record Caller(
        String accountId, Role role, String sessionId, Optional<String> contact, Optional<String> contactKey) {

    /** Somebody who is signed in. */
    public Caller(String accountId, Role role, String sessionId) {
        this(accountId, role, sessionId, Optional.empty(), Optional.empty());
    }

    /** Whom commands name when nobody is signed in. */
    public static Actor anonymous() {
        return new Actor(ActorKind.ANONYMOUS, "");
    }

    /** The caller as commands name it. */
    public Actor actor() {
        return new Actor(ActorKind.valueOf(role.name()), accountId);
    }

    Caller as(Role other) {
        return new Caller(accountId, other, sessionId, contact, contactKey);
    }
}
