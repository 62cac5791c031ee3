-- The first time a session reached a step of a show's funnel.
CREATE TABLE IF NOT EXISTS onsale.journey_steps
(
    topic     LowCardinality(String),
    partition Int32,
    offset    Int64,
    event_id  String COMMENT 'The show; empty for steps that come before the choice of one',
    session   String COMMENT 'Pseudonym',
    account   String COMMENT 'Pseudonym; empty while nobody is signed in',
    step      LowCardinality(String) COMMENT 'visit, browse, event_detail, seat_selection or payment_details',
    channel   LowCardinality(String),
    device    LowCardinality(String),
    at        DateTime64(3, 'UTC')
)
ENGINE = MergeTree
ORDER BY (event_id, at, session)
SETTINGS non_replicated_deduplication_window = 20000
