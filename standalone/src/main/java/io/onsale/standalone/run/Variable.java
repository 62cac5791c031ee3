package io.onsale.standalone.run;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every variable of the environment that a production process reads; nothing else is read. */
public enum Variable {
    KAFKA_BOOTSTRAP_SERVERS(null, "Kafka's brokers, host:port, separated by commas"),
    SCHEMA_REGISTRY_URL(null, "base addresses of the schema registry, separated by commas"),
    SCHEMA_REGISTRY_USER(null, "its user, where it asks for one"),
    SCHEMA_REGISTRY_PASSWORD(null, "that user's password"),
    CLICKHOUSE_URL(null, "ClickHouse's HTTP interface"),
    CLICKHOUSE_USER("onsale_writer", "the user of migrations and the sink"),
    CLICKHOUSE_PASSWORD(null, "its password"),
    CLICKHOUSE_READER_USER("onsale_reader", "the user of the edge's queries"),
    CLICKHOUSE_READER_PASSWORD(null, "its password"),
    ONSALE_PROCESS_KEY(null, "32 random bytes in base64; seals, pseudonymises and signs refresh tokens"),
    ONSALE_TOKEN_KEY(null, "EC P-256 private key as JWK; signs access tokens, admissions and receipts"),
    ONSALE_TOKEN_KEYS(
            "",
            "JWK set of further keys that are published and believed but sign nothing: the next one, or the last one"),
    ONSALE_CAPTCHA_URL(
            "", "where answers to a challenge service's riddles are checked (siteverify); without it puzzles are set"),
    ONSALE_CAPTCHA_SITE_KEY("", "what pages show its riddles with"),
    ONSALE_CAPTCHA_SECRET("", "the login there"),
    ONSALE_GATEWAY("simulated", "simulated or toss"),
    ONSALE_GATEWAY_URL(
            null,
            "the payment gateway, as in http://gateway:8080; for messages the simulated one, which delivers them too"),
    ONSALE_GATEWAY_KEY(null, "the login there"),
    ONSALE_GATEWAY_SECRET(null, "what the payment gateway's webhooks are signed with"),
    ONSALE_WEBHOOK_URL(null, "where the simulated gateway posts webhooks, an edge's /api/payments/webhook"),
    ONSALE_PORT("8080", "where the process listens"),
    ONSALE_BIND("0.0.0.0", "the address it listens on"),
    ONSALE_TRUSTED_PROXIES(
            "",
            "addresses and networks, separated by commas, whose X-Forwarded-For an edge believes; none where it is empty"),
    ONSALE_EDGES("1", "how many edges there are; each gives out its share of the limits by address"),
    ONSALE_PHONE_COUNTRY(
            "82",
            "the calling code of the country whose phone numbers people write without one; the same for every edge, for ever"),
    ONSALE_IDENTITY_URL("", "the identity provider's address; without it nobody can verify who they are"),
    ONSALE_IDENTITY_KEY("", "the login there"),
    ONSALE_PARTITIONS("64", "partitions of every topic; fixed when a topic is made"),
    ONSALE_REPLICATION("3", "copies of every topic"),
    ONSALE_THREADS("2", "stream threads of a topology"),
    ONSALE_STATE_DIR(
            "/var/lib/onsale",
            "where a topology keeps its stores, the simulated gateway its journal, and an edge rosters of rooms that are over"),
    ONSALE_INSTANCE(
            null, "a name that this instance keeps over restarts and no other has; the host's where it is not set"),
    ONSALE_REGISTER_SCHEMAS("true", "false where schemas are released by hand and processes may only look them up");

    private final Optional<String> fallback;
    private final String meaning;

    Variable(@Nullable String fallback, String meaning) {
        this.fallback = Optional.ofNullable(fallback);
        this.meaning = meaning;
    }

    /** What counts where it is not set; empty where it must be set or something else tells. */
    public Optional<String> fallback() {
        return fallback;
    }

    public String meaning() {
        return meaning;
    }
}
