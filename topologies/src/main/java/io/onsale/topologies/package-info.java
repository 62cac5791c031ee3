/**
 * The deciders. Each package but {@code kit} and {@code show} is one topology; {@link io.onsale.topologies.AllTopologies} lists them for
 * whoever runs them by name.
 */
@NullMarked
package io.onsale.topologies;

import org.jspecify.annotations.NullMarked;
