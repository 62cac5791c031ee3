package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.show.domain.ShowDefinition;

/** A show that inventory sells or sold. */
public record Show(ShowDefinition definition, boolean closed) {}
