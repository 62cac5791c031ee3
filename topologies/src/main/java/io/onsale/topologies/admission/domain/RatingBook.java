package io.onsale.topologies.admission.domain;

import io.onsale.topologies.kit.domain.Table;
import org.jspecify.annotations.Nullable;

/** What is known about fans, by event and fan. */
final class RatingBook {

    private final Table<Rating> ratings;

    RatingBook(Table<Rating> ratings) {
        this.ratings = ratings;
    }

    @Nullable
    Rating get(String event, String fan) {
        return ratings.get(key(event, fan));
    }

    void put(String event, String fan, Rating rating) {
        ratings.put(key(event, fan), rating);
    }

    private static String key(String event, String fan) {
        return event + '|' + fan;
    }
}
