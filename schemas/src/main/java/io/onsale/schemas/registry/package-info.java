/**
 * The client of the schema registry: Confluent's REST API, nothing Onsale's own.
 *
 * <p>{@link io.onsale.schemas.registry.SchemaRegistryClient} answers two questions: which id does this schema have under
 * this subject, and which schema does this id stand for. Answers never change, so they are kept for ever; an id the
 * registry does not know is remembered for a short while only.
 *
 * <p>Three things can go wrong, and callers treat them differently:
 *
 * <ul>
 *   <li>{@link io.onsale.schemas.registry.RegistryUnavailableException}: nobody answered as a registry should. Try again
 *       or stop; a record must never be thrown away for it.
 *   <li>{@link io.onsale.schemas.registry.UnknownSchemaException}: the registry answered that it does not know the id.
 *       The record is undecodable and may go to the dead letters.
 *   <li>{@link io.onsale.schemas.registry.RegistryRefusedException}: the registry answered no, for instance because a
 *       schema is incompatible or was never released.
 * </ul>
 */
@NullMarked
package io.onsale.schemas.registry;

import org.jspecify.annotations.NullMarked;
