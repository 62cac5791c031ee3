-- Every committed event of the log, once. What a row says of people is pseudonymous.
CREATE TABLE IF NOT EXISTS onsale.events
(
    topic        LowCardinality(String),
    partition    Int32,
    offset       Int64,
    key          String COMMENT 'Of the record; a pseudonym where the key stands for a person',
    type         LowCardinality(String) COMMENT 'Name of the event, or undecodable',
    id           String,
    causation_id String,
    trace_id     String,
    actor_kind   LowCardinality(String),
    actor        String COMMENT 'Pseudonym',
    at           DateTime64(3, 'UTC') COMMENT 'The instant the decision was made for',
    sequence     Int64 COMMENT 'Counts the events of one key, without gaps',
    body         String COMMENT 'JSON, empty where the record was undecodable' CODEC(ZSTD(1)),
    logged_at    DateTime64(3, 'UTC') COMMENT 'Timestamp of the record',
    stored_at    DateTime64(3, 'UTC') DEFAULT now64(3),
    INDEX by_time at TYPE minmax GRANULARITY 1
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(at)
ORDER BY (topic, partition, offset)
SETTINGS non_replicated_deduplication_window = 20000
