package io.onsale.edge.queue;

import io.onsale.edge.http.Problem;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Commands.Request;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.routes.Refusals;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.admission.Join;
import io.onsale.schemas.admission.JoinAnswer;
import io.onsale.schemas.admission.JoinQueue;
import io.onsale.schemas.admission.JoinsAnswered;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import io.onsale.schemas.common.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the joins of an event into commands of many.
 *
 * <p>Nothing that has to be right depends on this memory: a join whose answer is lost is made again and finds its place in the log. Each event has its
 * own share of the room, so that one crowd never keeps another from joining.
 */
public final class JoinBatches implements AutoCloseable {
    static final Duration GATHERING = Duration.ofMillis(5);
    private static final int MOST_IN_BATCH = 500;
    private static final int MOST_WAITING = 40_000;
    private static final int MOST_WAITING_OF_EVENT = 30_000;
    private static final String ROUTE = "POST /api/queue/join";
    private static final byte[] NO_BODY = {};

    private final Commands commands;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("edge-joins").daemon().factory());

    /** A join that was judged, and the last of its event's facts by then. */
    public record Joined(JoinAnswer answer, long sequence) {}

    private record Waiting(Join join, String traceId, CompletableFuture<Joined> answer) {}

    public JoinBatches(Commands commands) {
        this.commands = commands;
    }

    /** Joins, together with whoever else does at about this time; refuses at once where too many wait. */
    public CompletableFuture<Joined> join(String eventId, Join join, String traceId) {
        Waiting one = new Waiting(join, traceId, new CompletableFuture<>());
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            throw crowded();
        }
        lanes.compute(eventId, (same, lane) -> (lane == null ? new Lane(same) : lane).with(one));
        QueueMetrics.JOINING.inc();
        return one.answer.whenComplete((answer, failure) -> {
            waiting.decrementAndGet();
            QueueMetrics.JOINING.dec();
            lanes.computeIfPresent(eventId, (same, lane) -> lane.withoutOne());
        });
    }

    private RuntimeException crowded() {
        QueueMetrics.TURNED_AWAY.inc();
        return Problem.of(503, "overloaded", "Too many are joining at the moment.")
                .retryAfterSeconds(1)
                .toException();
    }

    private void send(String eventId, List<Waiting> batch) {
        QueueMetrics.JOINS.inc(batch.size());
        QueueMetrics.BATCH.observe(batch.size());
        JoinQueue joins = new JoinQueue(batch.stream().map(Waiting::join).toList());
        Request request = new Request(
                ROUTE, new Actor(ActorKind.SYSTEM, "edge"), batch.getFirst().traceId(), Optional.empty(), NO_BODY);
        try {
            CompletableFuture<AdmissionReply> reply = commands.begin(
                    request, Exchange.ADMISSION, eventId, envelope -> new AdmissionCommand(envelope, joins));
            Future<?> unused = reply.whenComplete((answer, failure) -> answer(batch, answer, failure));
        } catch (RuntimeException e) {
            batch.forEach(each -> each.answer.completeExceptionally(e));
        }
    }

    private static void answer(List<Waiting> batch, @Nullable AdmissionReply reply, @Nullable Throwable failure) {
        if (reply == null) {
            Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
            batch.forEach(each -> each.answer.completeExceptionally(cause));
            return;
        }
        switch (reply.getOutcome()) {
            case JoinsAnswered answered -> {
                for (int i = 0; i < batch.size(); i++) {
                    batch.get(i)
                            .answer
                            .complete(new Joined(answered.getAnswers().get(i), reply.getSequence()));
                }
            }
            case Refusal refusal -> batch.forEach(each -> each.answer.completeExceptionally(Refusals.of(refusal)));
            default ->
                batch.forEach(each -> each.answer.completeExceptionally(Refusals.unexpected(reply.getOutcome())));
        }
    }

    /** Sends nothing any more; whoever waits is told so. To be called once no more joins come. */
    @Override
    public void close() {
        clock.shutdownNow();
        Problem stopping =
                Problem.of(503, "stopping", "This instance is being stopped.").retryAfterSeconds(1);
        for (String eventId : lanes.keySet()) {
            take(eventId).forEach(each -> each.answer.completeExceptionally(stopping.toException()));
        }
    }

    /** Only the clock's one thread sends, and always all there is: so no batch overtakes an earlier one. */
    private void sendGathered(String eventId) {
        List<Waiting> gathered = take(eventId);
        for (int from = 0; from < gathered.size(); from += MOST_IN_BATCH) {
            send(eventId, gathered.subList(from, Math.min(from + MOST_IN_BATCH, gathered.size())));
        }
    }

    /** Answers come back into the map, so nothing may be answered while it is being changed. */
    private List<Waiting> take(String eventId) {
        List<Waiting> gathered = new ArrayList<>();
        lanes.computeIfPresent(eventId, (same, lane) -> lane.emptiedInto(gathered));
        return gathered;
    }

    /** The joins of one event that are not sent yet; touched inside the map's own atomic operations only. */
    private final class Lane {
        private final String eventId;
        private final List<Waiting> gathered = new ArrayList<>();
        private int inside;

        Lane(String eventId) {
            this.eventId = eventId;
        }

        Lane with(Waiting one) {
            if (inside >= MOST_WAITING_OF_EVENT) {
                waiting.decrementAndGet();
                throw crowded();
            }
            inside++;
            gathered.add(one);
            if (gathered.size() == 1) {
                Future<?> unused =
                        clock.schedule(() -> sendGathered(eventId), GATHERING.toNanos(), TimeUnit.NANOSECONDS);
            } else if (gathered.size() == MOST_IN_BATCH) {
                clock.execute(() -> sendGathered(eventId));
            }
            return this;
        }

        @Nullable
        Lane withoutOne() {
            inside--;
            return inside == 0 ? null : this;
        }

        Lane emptiedInto(List<Waiting> all) {
            all.addAll(gathered);
            gathered.clear();
            return this;
        }
    }
}
