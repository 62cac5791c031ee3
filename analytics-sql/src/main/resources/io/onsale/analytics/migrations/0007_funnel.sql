-- People by step: whoever counts at a step came through all the earlier ones.
CREATE VIEW IF NOT EXISTS onsale.funnel AS
SELECT
    toUInt8(position) AS position,
    step,
    people
FROM
(
    SELECT
        ['visit', 'browse', 'event_detail', 'seat_selection', 'held'] AS steps,
        [countIf(depth >= 1), countIf(depth >= 2), countIf(depth >= 3), countIf(depth >= 4), countIf(depth >= 5)] AS counts
    FROM onsale.journeys(
        event_id = {event_id:String}, from_at = {from_at:DateTime64(3)}, to_at = {to_at:DateTime64(3)})
)
ARRAY JOIN
    arrayEnumerate(steps) AS position,
    steps AS step,
    counts AS people
ORDER BY position
