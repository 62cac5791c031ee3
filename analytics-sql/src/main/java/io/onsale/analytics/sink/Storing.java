package io.onsale.analytics.sink;

import io.onsale.analytics.clickhouse.ClickHouseException;
import io.onsale.analytics.rows.RowBuffer;
import io.onsale.schemas.registry.RegistryRefusedException;
import io.onsale.schemas.registry.RegistryUnavailableException;
import io.onsale.schemas.retry.Backoff;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Inserts planned batches, and knows when to leave ClickHouse alone for a while; for one thread. */
final class Storing {
    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);
    /** Then the consumer has to be polled again. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final EventSource source;
    private final Inserter inserter;
    private final Backoff backoff;
    private final RowBuffer rows = new RowBuffer();

    Storing(EventSource source, Inserter inserter, Backoff backoff) {
        this.source = source;
        this.inserter = inserter;
        this.backoff = backoff;
    }

    boolean isBackingOff() {
        return backoff.isActive();
    }

    boolean mayTry(long now) {
        return backoff.mayTry(now);
    }

    /** Stores one after another until that fails or takes too long; what is left keeps its plan. */
    void store(List<PartitionBuffer> planned) {
        long begun = System.nanoTime();
        for (PartitionBuffer buffer : planned) {
            if (!attempt(() -> insert(buffer)) || System.nanoTime() - begun > LONGEST.toNanos()) {
                return;
            }
        }
    }

    /** Whether ClickHouse and the schema registry let that be done. */
    boolean attempt(Runnable what) {
        try {
            what.run();
        } catch (ClickHouseException e) {
            return failed(e);
        } catch (KafkaException e) {
            if (e instanceof RegistryRefusedException || RegistryUnavailableException.isCauseOf(e)) {
                return failed(e);
            }
            throw e;
        }
        if (backoff.isActive()) {
            LOG.atInfo().log("storing again");
        }
        backoff.succeeded();
        SinkMetrics.BACKING_OFF.set(0);
        return true;
    }

    private void insert(PartitionBuffer buffer) {
        var records = buffer.planned();
        rows.clear();
        records.forEach(record -> source.addRow(record, rows));
        String token = buffer.plan().token(Inserter.TABLE);
        SinkMetrics.INSERT_SECONDS.time(() -> inserter.insert(token, rows));
        buffer.stored();
        String topic = buffer.partition().topic();
        SinkMetrics.ROWS.labels(topic).inc(records.size());
        SinkMetrics.BATCHES.labels(topic).inc();
    }

    private boolean failed(RuntimeException cause) {
        Duration interval = backoff.failed(System.nanoTime() / 1_000_000);
        SinkMetrics.FAILURES.inc();
        SinkMetrics.BACKING_OFF.set(1);
        LOG.atWarn()
                .addKeyValue("again_in_ms", interval.toMillis())
                .addKeyValue("cause", cause.getMessage())
                .log("cannot store");
        return false;
    }
}
