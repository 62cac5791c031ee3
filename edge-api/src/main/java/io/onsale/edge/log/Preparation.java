package io.onsale.edge.log;

import io.onsale.schemas.Topic;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the broker and the registry for all that sending commands needs, until they have told, so that no request has to wait for it. */
final class Preparation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);
    private static final long RETRY_MILLIS = 250;

    private final Producer<?, ?> producer;
    private final Schemas schemas;
    private final List<Topic<?>> topics;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean done;

    Preparation(Producer<?, ?> producer, Schemas schemas, List<Topic<?>> topics) {
        this.producer = producer;
        this.schemas = schemas;
        this.topics = List.copyOf(topics);
        Thread.ofPlatform().name("edge-preparation").daemon().start(this::run);
    }

    boolean isDone() {
        return done;
    }

    @Override
    public void close() {
        stop.countDown();
    }

    private void run() {
        try {
            do {
                done = attempt();
            } while (!done && !stop.await(RETRY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt() {
        try {
            for (Topic<?> topic : topics) {
                producer.partitionsFor(topic.name());
                schemas.fetch(topic);
            }
            return true;
        } catch (KafkaException e) {
            LOG.atInfo().addKeyValue("reason", e.getMessage()).log("Not ready to send commands yet");
            return false;
        }
    }
}
