/**
 * Catalogue decides which events there are, as their organizers define them, and where each is in its life.
 *
 * <p>Commands come in on {@code onsale.catalogue.commands.v1}, keyed by event. Events go out on {@code onsale.catalogue.events.v1},
 * answers on {@code onsale.catalogue.replies.v1}, and an event as it stands on {@code onsale.catalogue.state.v1}. What
 * inventory, checkout and admission must know of a public event they are told by commands, see {@link
 * io.onsale.topologies.catalogue.CatalogueForwarding}: to sell it, by which definition, and to sell no more of it or of a performance; and to open, change
 * and close its waiting room.
 *
 * <p>Rows: {@code listings} (event → definition and status).
 *
 * <p>Invariants: every event obeys {@link io.onsale.topologies.catalogue.domain.DefinitionRules}, so that inventory can trust a
 * definition; it goes from draft to published to closed and never back; only its organizer moves it, but operators too end its sale and change its dates; what is published changes only as
 * {@link io.onsale.topologies.catalogue.domain.EditRules} allow.
 *
 * <p>{@code domain} holds the rules; {@link io.onsale.topologies.catalogue.CatalogueIo} names topics, {@link
 * io.onsale.topologies.catalogue.CatalogueRows} the rows; {@link
 * io.onsale.topologies.catalogue.CatalogueMapping} is the only place that knows both Avro and the domain.
 */
@NullMarked
package io.onsale.topologies.catalogue;

import org.jspecify.annotations.NullMarked;
