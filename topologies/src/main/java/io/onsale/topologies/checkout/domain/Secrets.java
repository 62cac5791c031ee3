package io.onsale.topologies.checkout.domain;

import io.onsale.topologies.kit.domain.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * What no event may carry; kept until it is used, a payment's token until the gateway has taken it up.
 *
 * @param recipient where a code goes
 * @param paymentToken the gateway's
 */
public record Secrets(@Nullable Sealed recipient, @Nullable Sealed paymentToken) {

    static final Secrets NONE = new Secrets(null, null);

    Secrets withoutRecipient() {
        return new Secrets(null, paymentToken);
    }
}
