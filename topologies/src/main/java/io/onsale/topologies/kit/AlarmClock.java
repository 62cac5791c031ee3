package io.onsale.topologies.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** Rings for keys that have something due, and rings again until it has happened. */
final class AlarmClock<M extends SpecificRecord> {

    private final Alarms<M> alarms;
    private final BiConsumer<String, M> send;
    private final long againAfterMillis;
    private final Map<String, Long> rang = new HashMap<>();
    private final LogTime logTime = new LogTime();
    private final Leads leads;

    AlarmClock(Alarms<M> alarms, Leads leads, BiConsumer<String, M> send, Duration againAfter) {
        this.alarms = alarms;
        this.leads = leads;
        this.send = send;
        this.againAfterMillis = againAfter.toMillis();
    }

    /** A record of this time was read at this time of the host's. */
    void saw(long recordMillis, long nowMillis) {
        logTime.saw(recordMillis, nowMillis);
    }

    /** Something due has happened to this key; where more is, there is no need to wait before ringing again. */
    void heard(String key) {
        rang.remove(key);
    }

    void ring(long nowMillis) {
        // In either direction: the wall clock may be set back.
        rang.values().removeIf(last -> Math.abs(nowMillis - last) >= againAfterMillis);
        for (Alarms.Alarm<M> alarm : due(nowMillis)) {
            if (rang.putIfAbsent(alarm.key(), nowMillis) == null) {
                send.accept(alarm.key(), alarm.command());
            }
        }
    }

    /** Whether, as things are, no alarm will ring within this time from now. */
    boolean isQuiet(long nowMillis, Duration within) {
        return rang.isEmpty() && due(nowMillis + within.toMillis()).isEmpty();
    }

    /** How far the log, or the key that is furthest ahead of it, is ahead of the host's clock. */
    Duration ahead(long nowMillis) {
        return Duration.ofMillis(leads.furthest(logTime.at(nowMillis), nowMillis) - nowMillis);
    }

    /** By the log's time, and where a key is ahead of that, by the key's. */
    private List<Alarms.Alarm<M>> due(long millis) {
        long logNow = logTime.at(millis);
        List<Alarms.Alarm<M>> due = alarms.due(Instant.ofEpochMilli(logNow));
        long furthest = leads.furthest(logNow, millis);
        if (furthest == logNow) {
            return due;
        }
        Stream<Alarms.Alarm<M>> ahead =
                alarms.due(Instant.ofEpochMilli(furthest)).stream().filter(alarm -> leads.has(alarm.key()));
        return Stream.concat(due.stream(), ahead).toList();
    }
}
