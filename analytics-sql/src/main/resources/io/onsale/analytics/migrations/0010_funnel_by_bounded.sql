-- The same as before, but for the 32 values with most people alone: who reports may report anything.
CREATE OR REPLACE VIEW onsale.funnel_by AS
SELECT
    value,
    toUInt8(position) AS position,
    step,
    people
FROM
(
    SELECT
        if({by:String} = 'channel', channel, device) AS value,
        ['visit', 'browse', 'event_detail', 'seat_selection', 'held'] AS steps,
        [countIf(depth >= 1), countIf(depth >= 2), countIf(depth >= 3), countIf(depth >= 4), countIf(depth >= 5)] AS counts
    FROM onsale.journeys(
        event_id = {event_id:String}, from_at = {from_at:DateTime64(3)}, to_at = {to_at:DateTime64(3)})
    WHERE throwIf({by:String} NOT IN ('channel', 'device'), 'by is channel or device') = 0
    GROUP BY value
    ORDER BY count() DESC, value
    LIMIT 32
)
ARRAY JOIN
    arrayEnumerate(steps) AS position,
    steps AS step,
    counts AS people
ORDER BY value, position
