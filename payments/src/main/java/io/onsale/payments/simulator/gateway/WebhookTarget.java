package io.onsale.payments.simulator.gateway;

/** Where webhooks go, and the secret they are signed with. */
public record WebhookTarget(String url, String secret) {

    /** Shows no secret. */
    @Override
    public String toString() {
        return "WebhookTarget[url=" + url + "]";
    }
}
