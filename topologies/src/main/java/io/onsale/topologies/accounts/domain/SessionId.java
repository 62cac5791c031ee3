package io.onsale.topologies.accounts.domain;

/** Which session of which account. */
public record SessionId(String account, String id) {}
