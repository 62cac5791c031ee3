/**
 * A schema registry in this process that any client of Confluent's takes for Confluent's.
 *
 * <p>{@link io.onsale.standalone.registry.SchemaRegistryServer} puts it together: {@code http} speaks the REST API,
 * {@code rules} decides what may be registered, changed and deleted, {@code state} is what the log says so far, and
 * {@code store} is that log, the compacted topic {@code _schemas} in Confluent's own record format.
 *
 * <p>Several processes may serve one topic. Whoever writes holds the topic's transactional id, so a change that was decided
 * on an outdated state fails to commit and is decided again.
 */
@NullMarked
package io.onsale.standalone.registry;

import org.jspecify.annotations.NullMarked;
