package io.onsale.topologies.accounts.domain;

/**
 * What no event may carry.
 *
 * @param credential the password's hash
 * @param personKey the key of the person's own data
 */
public record Secrets(Sealed credential, Sealed personKey) {}
