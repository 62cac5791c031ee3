package io.onsale.standalone.run;

import io.onsale.topologies.AllTopologies;
import io.onsale.topologies.kit.DeciderTopology;
import io.onsale.topologies.kit.TopologyRunner;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Which records a topology may be standing at: the next ones that it has to decide. */
public final class Undecided {

    /** What was decided with the record in one transaction is undone with it, so it need not be the very next. */
    private static final int REACH = 1_000;

    private final Admin admin;

    public Undecided(Admin admin) {
        this.admin = admin;
    }

    /** Why no topology can be standing at a record; empty where one may. */
    public Optional<String> objection(TopicPartition partition, long offset)
            throws ExecutionException, InterruptedException {
        Optional<String> name = AllTopologies.ALL.stream()
                .map(DeciderTopology::io)
                .filter(io -> io.commands().name().equals(partition.topic()))
                .map(io -> io.name())
                .findFirst();
        if (name.isEmpty()) {
            return Optional.of("no topology reads " + partition.topic());
        }
        long next = next(TopologyRunner.group(name.get()), partition);
        if (offset < next) {
            return Optional.of(name.get() + " has decided it; the next it decides is " + next);
        }
        if (offset >= end(partition)) {
            return Optional.of("there is no such record yet");
        }
        return offset < next + REACH
                ? Optional.empty()
                : Optional.of(name.get() + " is not there yet; the next it decides is " + next);
    }

    private long next(String group, TopicPartition partition) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        OffsetAndMetadata next = committed.get(partition);
        return next == null ? 0 : next.offset();
    }

    private long end(TopicPartition partition) throws ExecutionException, InterruptedException {
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }
}
