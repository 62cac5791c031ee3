/**
 * The registry's rules: what may be registered, what must be compatible, what may be deleted, and what to say otherwise.
 *
 * <p>Pure decisions on a {@link io.onsale.standalone.registry.state.RegistryState}: each gives the records to write and the
 * answer, or throws a {@link io.onsale.standalone.registry.rules.RegistryError} with Confluent's code.
 */
@NullMarked
package io.onsale.standalone.registry.rules;

import org.jspecify.annotations.NullMarked;
