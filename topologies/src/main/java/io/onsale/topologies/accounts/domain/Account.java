package io.onsale.topologies.accounts.domain;

import java.time.Instant;

/** An account as it was opened. */
public record Account(String id, Role role, Secrets secrets, Person person, Instant openedAt) {}
