package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Sealed;

/**
 * What no event may carry.
 *
 * @param credential the password's hash
 * @param personKey the key of the person's own data
 */
public record Secrets(Sealed credential, Sealed personKey) {}
