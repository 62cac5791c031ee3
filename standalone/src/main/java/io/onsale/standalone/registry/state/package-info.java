/**
 * What the registry knows: a plain fold over the records of the {@code _schemas} topic.
 *
 * <p>Only {@link io.onsale.standalone.registry.state.RegistryState#apply} changes it.
 */
@NullMarked
package io.onsale.standalone.registry.state;

import org.jspecify.annotations.NullMarked;
