package io.onsale.edge.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** How long an answer may take to be read: after that its connection is closed, because whoever reads a byte now and then is never idle. */
public final class AnswerDeadline {
    private AnswerDeadline() {}

    /** What takes long. */
    @FunctionalInterface
    public interface Writing {
        void write() throws IOException;
    }

    /** Writes an answer, which fails once it takes too long. */
    public static void within(Duration patience, Context ctx, Writing answer) throws IOException {
        EndPoint connection = ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofVirtual().name("answer-deadline").start(() -> watch(connection, done, patience));
        try {
            answer.write();
        } finally {
            done.countDown();
        }
    }

    private static void watch(EndPoint connection, CountDownLatch done, Duration patience) {
        try {
            if (!done.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                connection.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
