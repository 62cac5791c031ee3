package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * What no event may carry.
 *
 * @param credential the password's hash
 * @param personKey the key of the person's own data, of accounts that were opened before keys had a topic of their own; else null
 */
public record Secrets(Sealed credential, @Nullable Sealed personKey) {}
