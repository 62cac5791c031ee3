package io.onsale.topologies.inventory.domain;

import io.onsale.topologies.kit.domain.Table;
import io.onsale.topologies.show.domain.Performance;
import io.onsale.topologies.show.domain.ShowDefinition;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shows, with their seats found by id: read from their rows once, for every hold asks for them. */
final class ShowBook {

    record Opened(SeatMap seats, boolean closed) {}

    private final Table<Show> shows;
    private final Map<String, Opened> opened = new HashMap<>();

    ShowBook(Table<Show> shows) {
        this.shows = shows;
    }

    @Nullable
    Opened find(String event) {
        Opened known = opened.get(event);
        if (known != null) {
            return known;
        }
        Show show = shows.get(event);
        if (show == null) {
            return null;
        }
        Opened read = new Opened(new SeatMap(show.definition()), show.closed());
        opened.put(event, read);
        return read;
    }

    /** When a performance begins; null of one that is not known. */
    @Nullable
    Instant begins(String event, String performance) {
        Opened show = find(event);
        Performance known = show == null ? null : show.seats().performance(performance);
        return known == null ? null : known.startsAt();
    }

    /** Until when places of a performance can be sold. */
    Instant soldUntil(String event, String performance) {
        Opened show = find(event);
        return show == null ? Instant.MAX : show.seats().soldUntil(performance);
    }

    void open(String event, ShowDefinition definition) {
        put(event, new Show(definition, false));
    }

    void define(String event, ShowDefinition definition) {
        Show show = shows.get(event);
        if (show != null) {
            put(event, new Show(definition, show.closed()));
        }
    }

    void stop(String event, String performance) {
        Show show = shows.get(event);
        if (show != null) {
            put(event, new Show(show.definition().without(performance), show.closed()));
        }
    }

    void close(String event) {
        Show show = shows.get(event);
        if (show != null) {
            put(event, new Show(show.definition(), true));
        }
    }

    private void put(String event, Show show) {
        shows.put(event, show);
        opened.remove(event);
    }
}
