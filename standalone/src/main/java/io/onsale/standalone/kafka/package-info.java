/**
 * A real Kafka broker in this process: KRaft, one node, the loopback interface.
 *
 * <p>{@link io.onsale.standalone.kafka.EmbeddedBroker} keeps its data in a folder and finds it again at the next start,
 * on the same port or another. One process at a time may use a folder. What a person can put right (a busy port, a folder
 * in use, a full disk) is a {@link io.onsale.standalone.kafka.BrokerStartException} whose message says so.
 */
@NullMarked
package io.onsale.standalone.kafka;

import org.jspecify.annotations.NullMarked;
