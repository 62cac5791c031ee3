CREATE MATERIALIZED VIEW IF NOT EXISTS onsale.holds_from_events TO onsale.holds AS
SELECT
    topic,
    partition,
    offset,
    type,
    key AS event_id,
    JSONExtractString(body, 'performance_id') AS performance_id,
    JSONExtractString(body, 'hold_id') AS hold_id,
    JSONExtractString(body, 'fan_id') AS fan,
    if(type = 'SeatsHeld',
       JSONExtract(body, 'seats', 'Array(Tuple(seat_id String))').seat_id,
       JSONExtract(body, 'seat_ids', 'Array(String)')) AS seats,
    JSONExtractString(body, 'currency') AS currency,
    JSONExtractInt(body, 'total') AS total,
    JSONExtractString(body, 'refusal', 'code') AS code,
    at
FROM onsale.events
WHERE topic = 'onsale.inventory.events.v1' AND type IN ('SeatsHeld', 'HoldReleased', 'HoldExpired', 'HoldRefused')
