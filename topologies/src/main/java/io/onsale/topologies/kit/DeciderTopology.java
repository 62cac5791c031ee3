package io.onsale.topologies.kit;

import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.Decider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topology in which one decider judges the commands of one topic: what a topology's package says about itself.
 *
 * @param <M> the command topic's record
 * @param <F> the event topic's record
 * @param <R> the reply topic's record
 * @param <V> the view of one key
 * @param <C> the domain's commands
 * @param <E> the domain's events
 */
public interface DeciderTopology<
        M extends SpecificRecord, F extends SpecificRecord, R extends SpecificRecord, V, C, E> {

    DeciderIo<M, F, R> io();

    Protocol<M, F, C, E> protocol();

    /** How it answers; empty where nobody waits for its decisions. */
    Optional<? extends Answers<R, E>> answers();

    Decider<V, C, E> decider();

    /** The rows of its own; the kit adds those that every decider has. */
    List<RowKind<?>> rows();

    /** Puts the domain's state on the tables of a task. */
    Opened<M, V, E> open(Tables tables);

    /** Which keys are forgotten; none where empty. */
    default Optional<Forgetting<V>> forgetting() {
        return Optional.empty();
    }

    /** Whether anybody waits for its decisions; then they are committed as soon as all is judged that was read with them. */
    default boolean isAwaited() {
        return true;
    }

    /** How long a decision waits at most for others to be committed with; each commit costs the broker a transaction. */
    default Duration commitInterval() {
        return RunnerSettings.COMMIT_INTERVAL;
    }

    /**
     * How long after an alarm that brought nothing about, or did not come back yet, a key's alarm rings again. Long enough for a command to
     * come back through the log, so that a slow log is not flooded.
     */
    default Duration ringsAgainAfter() {
        return Duration.ofMillis(250);
    }

    default OnBug onBug() {
        return OnBug.STOP;
    }

    /**
     * A domain's state on the tables of a task.
     *
     * @param sweeps clear away rows that nobody can see any more
     */
    record Opened<M extends SpecificRecord, V, E>(Books<V, E> books, Alarms<M> alarms, List<Sweep<?>> sweeps) {}
}
