-- When the newest event happened, and how many seconds it took the events of its minute to arrive here, at the 99th percentile.
-- No row while there is no event.
CREATE VIEW IF NOT EXISTS onsale.freshness AS
WITH (SELECT max(at) FROM onsale.events) AS newest
SELECT
    max(happened_at) AS at,
    quantile(0.99)(seconds) AS lag
FROM
(
    SELECT at AS happened_at, dateDiff('millisecond', at, stored_at) / 1000 AS seconds
    FROM onsale.events
    WHERE at >= newest - INTERVAL 1 MINUTE
)
HAVING count() > 0
