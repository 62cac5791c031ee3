package io.onsale.edge.views.queue;

import java.time.Instant;

/** An admission that is given and has not ended. */
public record Shopper(String admissionId, Instant expiresAt) {}
