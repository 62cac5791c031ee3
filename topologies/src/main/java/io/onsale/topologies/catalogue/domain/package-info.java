/**
 * Catalogue's rules: pure Java.
 *
 * <p>{@link io.onsale.topologies.catalogue.domain.CatalogueDecider} judges; {@link
 * io.onsale.topologies.catalogue.domain.DefinitionRules} say what a definition must be like, with {@link
 * io.onsale.topologies.catalogue.domain.SeatingRules} for its sections, {@link
 * io.onsale.topologies.catalogue.domain.CompanionRules} for who sits beside whom, and {@link io.onsale.topologies.catalogue.domain.Problems} to gather what is wrong. {@link io.onsale.topologies.catalogue.domain.CatalogueBooks} keeps the listings.
 */
@NullMarked
package io.onsale.topologies.catalogue.domain;

import org.jspecify.annotations.NullMarked;
