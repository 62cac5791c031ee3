package io.onsale.edge.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.onsale.edge.http.Problem;
import io.onsale.edge.http.ProblemException;
import io.onsale.edge.log.CommandLog;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.queue.JoinBatches.Joined;
import io.onsale.schemas.Topic;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.admission.Join;
import io.onsale.schemas.admission.JoinAnswer;
import io.onsale.schemas.admission.JoinQueue;
import io.onsale.schemas.admission.JoinsAnswered;
import io.onsale.schemas.admission.PlaceState;
import io.onsale.schemas.common.Refusal;
import io.onsale.schemas.privacy.ProcessKey;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoinBatchesTest {
    private static final long PATIENCE_SECONDS = 30;

    /** Of those of which a test does not await the answer. */
    private final List<CompletableFuture<Joined>> joining = new ArrayList<>();

    private final SlowLog log = new SlowLog();
    private final JoinBatches batches = new JoinBatches(new Commands(log, ProcessKey.generate(), Clock.systemUTC()));

    @AfterEach
    void stop() {
        batches.close();
    }

    private CompletableFuture<Joined> join(String event, String fan) {
        Join join = Join.newBuilder()
                .setFanId(fan)
                .setRequest(ByteBuffer.wrap(new byte[16]))
                .build();
        return batches.join(event, join, "trace");
    }

    private static Joined await(CompletableFuture<Joined> joined) throws Exception {
        return joined.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void answersEachJoinOfABatchWithItsOwn() throws Exception {
        List<CompletableFuture<Joined>> joined = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            joined.add(join("event-1", "fan-" + i));
        }
        int answered = 0;
        while (answered < joined.size()) {
            Asked asked = log.next();
            assertThat(asked.joins().size()).isBetween(1, 500);
            answered += asked.joins().size();
            asked.answer();
        }
        for (int i = 0; i < joined.size(); i++) {
            assertThat(await(joined.get(i)).answer().getAdmissionId()).isEqualTo("of fan-" + i);
        }
    }

    /** The few gathered by the clock are due before the batch that was full later, even where neither could be sent for a while. */
    @Test
    void keepsTheOrderInWhichTheyCame() throws Exception {
        CountDownLatch goOn = log.holdUp();
        joining.add(join("event-0", "ann"));
        log.next();
        joining.add(join("event-1", "0"));
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < 2 * JoinBatches.GATHERING.toNanos()) {
            Thread.onSpinWait();
        }
        for (int i = 1; i < 700; i++) {
            joining.add(join("event-1", Integer.toString(i)));
        }
        goOn.countDown();

        List<String> fans = new ArrayList<>();
        while (fans.size() < 700) {
            log.next().joins().forEach(join -> fans.add(join.getFanId()));
        }
        for (int i = 0; i < fans.size(); i++) {
            assertThat(fans.get(i)).isEqualTo(Integer.toString(i));
        }
    }

    @Test
    void sendsEventsApart() throws Exception {
        joining.add(join("event-1", "ann"));
        joining.add(join("event-2", "ann"));

        assertThat(List.of(log.next().event(), log.next().event())).containsExactlyInAnyOrder("event-1", "event-2");
    }

    @Test
    void tellsEverybodyOfABatchWhatTheLogRefused() throws Exception {
        CompletableFuture<Joined> one = join("event-1", "ann");
        Asked asked = log.next();
        asked.reply(new Refusal("no_waiting_room", "None.", List.of(), List.of()));

        assertThatThrownBy(() -> Commands.await(one))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().status()).isEqualTo(409));
    }

    @Test
    void tellsEverybodyOfABatchThatTheLogIsAway() {
        log.away = true;
        CompletableFuture<Joined> one = join("event-1", "ann");

        assertThatThrownBy(() -> Commands.await(one))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().status()).isEqualTo(503));
    }

    @Test
    void oneCrowdDoesNotKeepAnotherOut() {
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        joining.add(join("event-1", "fan"));
                    }
                })
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.problem().status()).isEqualTo(503);
                    assertThat(problem.problem().headers()).containsKey("Retry-After");
                });

        assertThat(join("event-2", "ann")).isNotCompletedExceptionally();
    }

    @Test
    void thereIsRoomAgainOnceAnswersCome() throws Exception {
        for (int round = 0; round < 5; round++) {
            List<CompletableFuture<Joined>> joined = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                joined.add(join("event-1", "fan-" + i));
            }
            int answered = 0;
            while (answered < joined.size()) {
                Asked asked = log.next();
                answered += asked.joins().size();
                asked.answer();
            }
            for (CompletableFuture<Joined> each : joined) {
                await(each);
            }
        }
    }

    /** A command that waits to be answered. */
    private record Asked(String event, String commandId, List<Join> joins, CompletableFuture<AdmissionReply> promise) {
        void answer() {
            reply(new JoinsAnswered(joins.stream()
                    .map(join -> JoinAnswer.newBuilder()
                            .setState(PlaceState.WAITING)
                            .setAdmissionId("of " + join.getFanId())
                            .build())
                    .toList()));
        }

        void reply(Object outcome) {
            promise.complete(new AdmissionReply(commandId, 1L, false, outcome));
        }
    }

    /** A log that answers when it is told to. */
    private static final class SlowLog implements CommandLog {
        private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
        private volatile boolean away;
        private volatile CountDownLatch open = new CountDownLatch(0);

        /** From now on a command is written only once it may go on. */
        CountDownLatch holdUp() {
            open = new CountDownLatch(1);
            return open;
        }

        Asked next() throws InterruptedException {
            Asked next = asked.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("a command").isNotNull();
            return next;
        }

        @Override
        public <C extends SpecificRecord, R extends SpecificRecord> CompletableFuture<R> ask(
                Exchange<C, R> exchange, String key, String commandId, C command) {
            if (away) {
                throw Problem.of(503, "log_unavailable", "Away.").toException();
            }
            JoinQueue joins = (JoinQueue) ((AdmissionCommand) command).getBody();
            CompletableFuture<AdmissionReply> promise = new CompletableFuture<>();
            asked.add(new Asked(key, commandId, joins.getJoins(), promise));
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return promise.thenApply(exchange.replies().value()::cast);
        }

        @Override
        public <C extends SpecificRecord> CompletableFuture<Void> tell(Topic<C> topic, String key, C command) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Void> remove(Topic<?> topic, String key) {
            throw new UnsupportedOperationException();
        }
    }
}
