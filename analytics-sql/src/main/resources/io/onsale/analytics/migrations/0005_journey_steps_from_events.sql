CREATE MATERIALIZED VIEW IF NOT EXISTS onsale.journey_steps_from_events TO onsale.journey_steps AS
SELECT
    topic,
    partition,
    offset,
    JSONExtractString(body, 'ticketed_event_id') AS event_id,
    JSONExtractString(body, 'session_id') AS session,
    JSONExtractString(body, 'account_id') AS account,
    lower(JSONExtractString(body, 'step')) AS step,
    JSONExtractString(body, 'channel') AS channel,
    JSONExtractString(body, 'device') AS device,
    at
FROM onsale.events
WHERE topic = 'onsale.journeys.events.v1' AND type = 'StepReached'
