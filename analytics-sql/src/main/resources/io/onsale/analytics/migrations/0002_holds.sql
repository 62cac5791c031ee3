-- What became of every hold: one row for each answer and each end.
CREATE TABLE IF NOT EXISTS onsale.holds
(
    topic          LowCardinality(String),
    partition      Int32,
    offset         Int64,
    type           LowCardinality(String) COMMENT 'SeatsHeld, HoldReleased, HoldExpired or HoldRefused',
    event_id       String COMMENT 'The show',
    performance_id String,
    hold_id        String,
    fan            String COMMENT 'Pseudonym of the account',
    seats          Array(String),
    currency       LowCardinality(String),
    total          Int64 COMMENT 'In the minor unit of the currency; 0 unless held',
    code           LowCardinality(String) COMMENT 'Why it was refused',
    at             DateTime64(3, 'UTC')
)
ENGINE = MergeTree
ORDER BY (event_id, at, hold_id)
SETTINGS non_replicated_deduplication_window = 20000
