package io.onsale.topologies.journeys.domain;

import org.jspecify.annotations.Nullable;

/**
 * Who is on the way, and how.
 *
 * @param accountId null where nobody has logged in
 */
public record Visitor(@Nullable String accountId, String channel, String device) {}
