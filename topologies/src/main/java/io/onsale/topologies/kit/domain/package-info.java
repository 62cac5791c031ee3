/**
 * The words in which a topology's domain is written: pure Java, no Kafka, no clock, no randomness.
 *
 * <p>A {@link io.onsale.topologies.kit.domain.Decider} reads a view and answers a command with events; a {@link
 * io.onsale.topologies.kit.domain.Books} shows the view and is the only one to change state, by applying events. State lives in
 * {@link io.onsale.topologies.kit.domain.Table}s, which are RocksDB stores in a running topology and maps in a domain test.
 */
@NullMarked
package io.onsale.topologies.kit.domain;

import org.jspecify.annotations.NullMarked;
