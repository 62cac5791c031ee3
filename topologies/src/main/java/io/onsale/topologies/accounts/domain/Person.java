package io.onsale.topologies.accounts.domain;

import io.onsale.topologies.kit.domain.Sealed;
import org.jspecify.annotations.Nullable;

/** Who a person is, sealed with the person's own key. */
public record Person(Sealed email, Sealed name, @Nullable Sealed phone) {}
