package io.onsale.topologies.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;

/** Rings for keys that have something due, and rings again until it has happened. */
final class AlarmClock<M extends SpecificRecord> {

    static final Duration EVERY = Duration.ofMillis(50);

    /** Long enough for a command to come back through the log, so that a slow log is not flooded. */
    private static final long AGAIN_AFTER_MILLIS = 250;

    private final Alarms<M> alarms;
    private final BiConsumer<String, M> send;
    private final Map<String, Long> rang = new HashMap<>();

    AlarmClock(Alarms<M> alarms, BiConsumer<String, M> send) {
        this.alarms = alarms;
        this.send = send;
    }

    /** Something due has happened to this key; where more is, there is no need to wait before ringing again. */
    void heard(String key) {
        rang.remove(key);
    }

    void ring(long nowMillis) {
        // In either direction: the wall clock may be set back.
        rang.values().removeIf(last -> Math.abs(nowMillis - last) >= AGAIN_AFTER_MILLIS);
        for (Alarms.Alarm<M> alarm : alarms.due(Instant.ofEpochMilli(nowMillis))) {
            if (rang.putIfAbsent(alarm.key(), nowMillis) == null) {
                send.accept(alarm.key(), alarm.command());
            }
        }
    }
}
