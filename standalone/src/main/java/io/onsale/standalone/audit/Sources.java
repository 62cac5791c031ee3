package io.onsale.standalone.audit;

import io.onsale.schemas.Topic;
import io.onsale.schemas.TopicKind;
import io.onsale.schemas.Topics;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The topics that the audit reads: every event, and what checkout was told of payments. */
final class Sources {

    static final List<Topic<?>> ALL = Topics.ALL.stream()
            .filter(topic -> topic.kind() == TopicKind.EVENTS || topic.equals(Topics.CHECKOUT_COMMANDS))
            .toList();

    private static final Set<String> EVENTS = ALL.stream()
            .filter(topic -> topic.kind() == TopicKind.EVENTS)
            .map(Topic::name)
            .collect(Collectors.toUnmodifiableSet());

    private Sources() {}

    static boolean isOfEvents(String topic) {
        return EVENTS.contains(topic);
    }
}
