package io.onsale.topologies.kit;

import org.apache.kafka.streams.Topology;

/**
 * A topology that can be run.
 *
 * @param metrics what it counts
 * @param backlog what its stream threads have read and not judged yet
 */
public record AssembledTopology(String name, Topology topology, TopologyMetrics metrics, Backlog backlog) {}
