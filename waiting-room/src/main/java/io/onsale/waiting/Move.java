package io.onsale.waiting;

import java.time.Instant;

/**
 * A place that was sent to the very end after the roster was frozen, because its fan was said to be a bot.
 *
 * @param suspicion in thousandths
 * @param by in which role it was said
 */
public record Move(int sequence, Instant at, int suspicion, String by) {}
