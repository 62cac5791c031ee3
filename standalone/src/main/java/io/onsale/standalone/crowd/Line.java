package io.onsale.standalone.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** One fan's line to the edges: sends, counts, keeps what was answered, and sends again what was not decided. */
final class Line {

    private static final int ATTEMPTS = 6;

    private final EdgeClient client;
    private final CrowdCounts counts;
    private final CrowdJournal journal;
    private final Pause pause;
    private final IntFunction<Duration> beforeRetry;
    private int turn;

    /**
     * A line.
     *
     * @param turn which edge comes first; each request goes to the next
     */
    Line(
            EdgeClient client,
            CrowdCounts counts,
            CrowdJournal journal,
            Pause pause,
            IntFunction<Duration> beforeRetry,
            int turn) {
        this.client = client;
        this.counts = counts;
        this.journal = journal;
        this.pause = pause;
        this.beforeRetry = beforeRetry;
        this.turn = turn;
    }

    EdgeAnswer read(Call call) {
        return again(call, answer -> {});
    }

    /** The same request under the same key until it is decided, or there were too many attempts. */
    EdgeAnswer write(Write write) {
        return again(write.call(), answer -> journal.add(write.answered(answer)));
    }

    /** Listens to a stream until that is enough, the stream ends or the crowd is sent home; then the last that was told. */
    EdgeAnswer follow(Call call, Predicate<JsonNode> enough) {
        EdgeAnswer told = client.follow(call, turn++, status -> enough.test(status) || !pause.pause(Duration.ZERO));
        counts.answered(told);
        return told;
    }

    /** Keeps an answer that a read gave. */
    void keep(Write read, EdgeAnswer answer) {
        journal.add(read.answered(answer));
    }

    private EdgeAnswer again(Call call, Consumer<EdgeAnswer> seen) {
        EdgeAnswer answer = once(call, seen);
        for (int attempt = 1; answer.undecided() && attempt < ATTEMPTS; attempt++) {
            if (!pause.pause(beforeRetry.apply(attempt))) {
                return answer;
            }
            answer = once(call, seen);
        }
        return answer;
    }

    private EdgeAnswer once(Call call, Consumer<EdgeAnswer> seen) {
        EdgeAnswer answer = client.send(call, turn++);
        counts.answered(answer);
        seen.accept(answer);
        return answer;
    }
}
