package io.onsale.edge.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.onsale.edge.http.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class PendingTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void handsTheReplyToWhoWaitsForIt() {
        try (Pending pending = new Pending(10, LONG)) {
            CompletableFuture<Object> one = pending.register("one");
            CompletableFuture<Object> other = pending.register("other");
            assertThat(pending.answer("one", "reply")).isTrue();
            assertThat(one.join()).isEqualTo("reply");
            assertThat(other).isNotDone();
            assertThat(pending.size()).isEqualTo(1);
        }
    }

    @Test
    void saysSoWhereNobodyWaitsAnyMore() {
        try (Pending pending = new Pending(10, LONG)) {
            assertThat(pending.answer("never asked", "reply")).isFalse();
        }
    }

    @Test
    void letsNobodyWaitPastTheDeadline() {
        try (Pending pending = new Pending(10, Duration.ofMillis(50))) {
            CompletableFuture<Object> reply = pending.register("one");
            await().until(reply::isDone);
            assertProblem(reply, 504, "deadline_exceeded");
            assertThat(pending.size()).isZero();
            assertThat(pending.answer("one", "late")).isFalse();
        }
    }

    @Test
    void refusesMoreThanItCanCarryUntilThereIsRoomAgain() {
        try (Pending pending = new Pending(1, LONG)) {
            CompletableFuture<Object> first = pending.register("one");
            assertThatThrownBy(() -> pending.register("two")).hasMessageContaining("overloaded");
            pending.answer("one", "reply");
            assertThat(first).isDone();
            assertThat(pending.register("three")).isNotDone();
        }
    }

    @Test
    void tellsEverybodyWhenItStops() {
        Pending pending = new Pending(10, LONG);
        CompletableFuture<Object> reply = pending.register("one");
        pending.close();
        assertProblem(reply, 503, "stopping");
    }

    private static void assertProblem(CompletableFuture<Object> reply, int status, String code) {
        assertThatThrownBy(reply::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().status()).isEqualTo(status);
                    assertThat(e.problem().code()).isEqualTo(code);
                });
    }
}
