/**
 * Journeys' rules: pure Java.
 *
 * <p>{@link io.onsale.topologies.journeys.domain.JourneysDecider} judges; {@link io.onsale.topologies.journeys.domain.JourneysBooks}
 * keeps which steps were reached.
 */
@NullMarked
package io.onsale.topologies.journeys.domain;

import org.jspecify.annotations.NullMarked;
