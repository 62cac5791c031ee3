package io.onsale.standalone.gateway;

import java.nio.file.Path;

/**
 * What the simulated companies are told.
 *
 * @param data the folder they keep their journal in
 * @param port 0 for a free one
 * @param login of their customer
 * @param webhooks the address webhooks go to
 * @param secret what webhooks are signed with
 */
public record GatewayOptions(Path data, int port, String login, String webhooks, String secret) {

    /** Shows no secret. */
    @Override
    public String toString() {
        return "GatewayOptions[data=" + data + ", port=" + port + "]";
    }
}
