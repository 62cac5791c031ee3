-- The same for each channel or each device, as the parameter named by says.
CREATE VIEW IF NOT EXISTS onsale.funnel_by AS
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
)
ARRAY JOIN
    arrayEnumerate(steps) AS position,
    steps AS step,
    counts AS people
ORDER BY value, position
