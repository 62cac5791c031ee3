package io.onsale.topologies.kit;

import io.onsale.schemas.common.Idempotency;
import io.onsale.schemas.serde.AvroSerdes;
import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges the commands of its partition, one after another; the package's manual says in which steps. */
final class DeciderProcessor<M extends SpecificRecord, F extends SpecificRecord, R extends SpecificRecord, V, C, E>
        implements Processor<String, Decoded<M>, String, Object> {

    private static final Logger log = LoggerFactory.getLogger(DeciderProcessor.class);

    /** While anything happens; a task that rests has nothing new to clear away. */
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

    private final DeciderTopology<M, F, R, V, C, E> definition;
    private final AvroSerdes serdes;
    private final Outbox.@Nullable Answering<R, E> answering;
    private final TopologyMetrics metrics;
    private @Nullable Bench bench;

    DeciderProcessor(
            DeciderTopology<M, F, R, V, C, E> definition,
            AvroSerdes serdes,
            Outbox.@Nullable Answering<R, E> answering,
            TopologyMetrics metrics) {
        this.definition = definition;
        this.serdes = serdes;
        this.answering = answering;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        bench = new Bench(context);
        metrics.taskStarted();
    }

    @Override
    public void process(Record<String, Decoded<M>> message) {
        if (bench == null) {
            throw new IllegalStateException("init comes first");
        }
        bench.judge(message);
    }

    @Override
    public void close() {
        if (bench != null) {
            bench.close();
            bench = null;
            metrics.taskStopped();
        }
    }

    /** Where judging is done: everything that exists only between init and close. */
    private final class Bench {

        private final ProcessorContext<String, Object> context;
        private final Decider<V, C, E> decider = definition.decider();
        private final Protocol<M, F, C, E> protocol = definition.protocol();
        private final Books<V, E> books;
        private final Leads leads;
        private final Optional<Forgetting<V>> forgetting = definition.forgetting();
        private final KeyClocks clocks;
        private final RecordedAnswers recorded;
        private final Outbox<M, F, R, E> outbox;
        private final AlarmClock<M> alarmClock;
        private final List<Sweep<?>> sweeps;
        private final Ticker ticker;
        private long sweptAt;
        /** True between a decision's first effect and its last: only the transaction's end can take the effects back. */
        private boolean halfDone;

        Bench(ProcessorContext<String, Object> context) {
            this.context = context;
            Tables tables = new Tables(context.getStateStore(definition.io().store()), definition.io(), serdes);
            DeciderTopology.Opened<M, V, E> opened = definition.open(tables);
            books = opened.books();
            leads = new Leads(tables.of(Leads.ROWS));
            clocks = new KeyClocks(tables.of(KeyClocks.ROWS), leads, forgetting);
            recorded = new RecordedAnswers(tables.of(RecordedAnswers.ROWS));
            outbox = new Outbox<>(context, definition.io(), protocol, answering);
            alarmClock = new AlarmClock<>(opened.alarms(), leads, outbox::command, definition.ringsAgainAfter());
            sweeps = sweeps(tables, opened);
            ticker = new Ticker(context, this::tick);
        }

        /** A task may begin again with the same processor; timers of its former state would ring for ever. */
        void close() {
            ticker.stop();
            metrics.clockAhead(this, Duration.ZERO);
        }

        private List<Sweep<?>> sweeps(Tables tables, DeciderTopology.Opened<M, V, E> opened) {
            List<Sweep<?>> all = new ArrayList<>(opened.sweeps());
            all.add(new Sweep<>(
                    tables.of(RecordedAnswers.ROWS), (row, at) -> !RecordedAnswers.fresh(row, at.toEpochMilli())));
            all.add(new Sweep<>(tables.of(KeyClocks.ROWS), clocks::forgotten));
            return List.copyOf(all);
        }

        private boolean tick(long nowMillis) {
            alarmClock.ring(nowMillis);
            // In either direction: the wall clock may be set back.
            if (Math.abs(nowMillis - sweptAt) >= SWEEP_EVERY.toMillis()) {
                sweptAt = nowMillis;
                sweep(nowMillis);
            }
            return alarmClock.isQuiet(nowMillis, Ticker.SELDOM);
        }

        private void sweep(long nowMillis) {
            metrics.clockAhead(this, alarmClock.ahead(nowMillis));
            // No record of a clock that is ahead must make anything vanish that will still be asked for.
            Instant logTime = Instant.ofEpochMilli(Math.min(context.currentStreamTimeMs(), nowMillis));
            sweeps.forEach(sweep -> sweep.step(logTime));
            leads.sweep(logTime.minus(Sweep.MARGIN), nowMillis);
        }

        void judge(Record<String, Decoded<M>> message) {
            ticker.stir();
            alarmClock.saw(message.timestamp(), context.currentSystemTimeMs());
            try {
                decide(message);
            } catch (RuntimeException failure) {
                if (!Blame.isOurs(failure)) {
                    throw failure; // Streams and the runner know what to do
                }
                metrics.bug();
                if (definition.onBug() == OnBug.STOP || halfDone) {
                    throw new PoisonedRecordException(place(), failure);
                }
                outbox.deadLetter(message, place(), failure.toString());
            }
        }

        private void decide(Record<String, Decoded<M>> message) {
            halfDone = false;
            M command = message.value().command();
            Cause cause = new Cause(message, protocol.envelope(command));
            KeyClocks.Clock clock = clocks.get(cause.key(), message.timestamp());
            if (answeredBefore(cause, command, clock)) {
                metrics.repeated();
                return;
            }
            Instant at = clock.at();
            C asked = protocol.command(command);
            List<E> due = decider.due(books.view(cause.key()), asked, at);
            if (!due.isEmpty()) {
                clock = happen(cause.ofTime(definition.io().name()), due, clock);
                halfDone = false; // what time brought stands, whatever becomes of the command
                alarmClock.heard(cause.key());
            }
            Decision<E> decision = decider.decide(books.view(cause.key()), asked, at);
            if (!decision.events().isEmpty()) {
                clock = happen(cause, decision.events(), clock);
            }
            if (decision.answer() != null) {
                answer(cause, decision.answer(), clock);
            }
            if (decision.aside() != null) {
                putAside(message, decision.aside());
            }
            metrics.decided();
        }

        private void putAside(Record<String, Decoded<M>> message, String reason) {
            RecordPlace place = place();
            log.atWarn()
                    .addKeyValue("topology", definition.io().name())
                    .addKeyValue("record", place)
                    .addKeyValue("reason", reason)
                    .log("dead letter");
            metrics.deadLetter();
            outbox.deadLetter(message, place, reason);
        }

        private boolean answeredBefore(Cause cause, M command, KeyClocks.Clock clock) {
            Idempotency request = cause.envelope().getIdempotency();
            if (request == null) {
                return false;
            }
            RecordedAnswers.Answer earlier = recorded.find(cause.scope(request), clock.at());
            if (earlier == null) {
                return false;
            }
            outbox.again(cause, command, clock.sequence(), earlier.reply(), earlier.answers(request));
            return true;
        }

        private void answer(Cause cause, E answer, KeyClocks.Clock clock) {
            byte[] reply = outbox.answer(cause, clock.sequence(), answer);
            Idempotency request = cause.envelope().getIdempotency();
            if (request != null) {
                recorded.keep(cause.scope(request), request, reply, clock.at());
            }
        }

        private KeyClocks.Clock happen(Cause cause, List<E> events, KeyClocks.Clock before) {
            halfDone = true;
            KeyClocks.Clock clock = before;
            for (E event : events) {
                clock = clock.next();
                books.apply(cause.key(), event, clock.at());
                outbox.event(cause, event, clock);
            }
            if (clock.fleeting() && !isFleeting(cause.key())) {
                clock = clock.lasting();
            }
            clocks.put(cause.key(), clock);
            leads.happened(cause.key(), clock.millis(), context.currentSystemTimeMs());
            return clock;
        }

        private boolean isFleeting(String key) {
            return forgetting.map(it -> it.forgets(books.view(key))).orElse(true);
        }

        private RecordPlace place() {
            RecordMetadata metadata = context.recordMetadata().orElseThrow();
            return new RecordPlace(metadata.topic(), metadata.partition(), metadata.offset());
        }
    }
}
