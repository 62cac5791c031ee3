package io.onsale.standalone.outbound;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The line of a process to another company: it knows what was asked, and can end the process in the middle of an answer. */
final class Line {

    /** A request. */
    interface Request<T> {
        T ask() throws InterruptedException;
    }

    /** What happens between an answer and whatever the process makes of it. */
    interface Interlude {
        void after(String request) throws InterruptedException;
    }

    final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final Interlude interlude;
    private volatile boolean dead;

    Line() {
        this(request -> {});
    }

    Line(Interlude interlude) {
        this.interlude = interlude;
    }

    /** A process that dies right after the answer to this request. */
    static Line deadAfter(String fatal) {
        return deadAfter(fatal, () -> {});
    }

    /** A process that dies after the answer to this request, once something else has happened. */
    static Line deadAfter(String fatal, Runnable first) {
        return new Line(request -> {
            if (request.equals(fatal)) {
                first.run();
                throw new InterruptedException("killed");
            }
        });
    }

    <T> T ask(String request, Request<T> call) throws InterruptedException {
        if (dead) {
            throw new InterruptedException("dead");
        }
        requests.add(request);
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            T answer = call.ask();
            interlude.after(request);
            return answer;
        } catch (InterruptedException e) {
            dead = true;
            throw e;
        } finally {
            underWay.decrementAndGet();
        }
    }

    boolean isDead() {
        return dead;
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }
}
