-- How far each session came with one show, in order of time, among what happened from from_at until before to_at.
-- Visiting and browsing name no show: they count for the shows that the same session looked at.
-- A hold belongs to a session through the account that was signed in.
CREATE VIEW IF NOT EXISTS onsale.journeys AS
WITH
    reached AS
    (
        SELECT
            session,
            max(account) AS account,
            argMin(channel, at) AS channel,
            argMin(device, at) AS device,
            minIfOrNull(at, step = 'visit') AS visited,
            minIfOrNull(at, step = 'browse') AS browsed,
            minIfOrNull(at, step = 'event_detail') AS looked,
            minIfOrNull(at, step = 'seat_selection') AS chose
        FROM onsale.journey_steps
        WHERE event_id IN ('', {event_id:String})
            AND at >= {from_at:DateTime64(3)} AND at < {to_at:DateTime64(3)}
        GROUP BY session
        HAVING max(event_id) != ''
    ),
    held AS
    (
        SELECT fan, groupArray(at) AS instants
        FROM onsale.holds
        WHERE event_id = {event_id:String} AND type = 'SeatsHeld'
            AND at >= {from_at:DateTime64(3)} AND at < {to_at:DateTime64(3)}
        GROUP BY fan
    )
SELECT
    session,
    account,
    channel,
    device,
    -- The last step is passed by a hold at or after the choice of seats; '' as account never holds.
    [
        isNotNull(visited),
        ifNull(visited <= browsed, false),
        ifNull(browsed <= looked, false),
        ifNull(looked <= chose, false),
        arrayExists(instant -> ifNull(chose <= instant, false), held.instants)
    ] AS passed,
    toUInt8(indexOf(arrayPushBack(passed, false), false) - 1) AS depth
FROM reached
LEFT JOIN held ON held.fan = reached.account
