/** The registry's log on Kafka: reading it into a state, and changing it one decision at a time. */
@NullMarked
package io.onsale.standalone.registry.store;

import org.jspecify.annotations.NullMarked;
