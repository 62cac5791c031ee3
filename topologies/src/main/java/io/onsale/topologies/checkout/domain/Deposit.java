package io.onsale.topologies.checkout.domain;

import java.time.Instant;

/** Where a bank transfer goes, and until when. */
public record Deposit(String bank, String account, Instant until) {}
