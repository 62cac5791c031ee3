package io.onsale.edge.auth;

import io.onsale.schemas.accounts.Role;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;

/** The signed-in person whose request this is. */
public record Caller(String accountId, Role role, String sessionId) {

    /** Whom commands name when nobody is signed in. */
    public static Actor anonymous() {
        return new Actor(ActorKind.ANONYMOUS, "");
    }

    /** The caller as commands name it. */
    public Actor actor() {
        return new Actor(ActorKind.valueOf(role.name()), accountId);
    }
}
