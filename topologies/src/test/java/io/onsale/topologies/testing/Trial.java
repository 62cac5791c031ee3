package io.onsale.topologies.testing;

import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.Decider;
import io.onsale.topologies.kit.domain.Decision;
import java.time.Duration;
import java.time.Instant;

/** A domain under one key without Kafka: events are given, a command is judged, and what follows takes effect. */
public final class Trial<V, C, E> {

    private final Decider<V, C, E> decider;
    private final Books<V, E> books;
    private final String key;
    private Instant at;

    public Trial(Decider<V, C, E> decider, Books<V, E> books, String key, Instant start) {
        this.decider = decider;
        this.books = books;
        this.key = key;
        this.at = start;
    }

    @SafeVarargs
    public final Trial<V, C, E> given(E... events) {
        for (E event : events) {
            books.apply(key, event, at);
        }
        return this;
    }

    public Trial<V, C, E> later(Duration time) {
        at = at.plus(time);
        return this;
    }

    public Decision<E> when(C command) {
        decider.due(books.view(key), command, at).forEach(event -> books.apply(key, event, at));
        Decision<E> decision = decider.decide(books.view(key), command, at);
        decision.events().forEach(event -> books.apply(key, event, at));
        return decision;
    }
}
