package io.onsale.standalone.registry;

import java.net.InetAddress;

/**
 * How to serve a schema registry.
 *
 * @param bootstrapServers the Kafka cluster that keeps it
 * @param address where to listen; without authentication, so on this machine unless the network is trusted
 * @param port 0 picks a free one
 * @param replicationFactor on how many brokers the {@code _schemas} topic is kept if it has to be made
 */
public record RegistryServerSettings(String bootstrapServers, InetAddress address, int port, int replicationFactor) {
    /** For one machine: the loopback address and one broker. */
    public static RegistryServerSettings local(String bootstrapServers, int port) {
        return new RegistryServerSettings(bootstrapServers, InetAddress.getLoopbackAddress(), port, 1);
    }
}
