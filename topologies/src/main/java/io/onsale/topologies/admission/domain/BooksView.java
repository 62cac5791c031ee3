package io.onsale.topologies.admission.domain;

import io.onsale.waiting.DrawnOrder;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Roster;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event's waiting room, read from the books. */
record BooksView(String event, RoomBook rooms, PlaceBook places, RatingBook ratings, ShopperBook shoppers)
        implements AdmissionView {

    @Override
    public @Nullable Room room() {
        return rooms.get(event);
    }

    @Override
    public @Nullable Place place(String fan) {
        return places.get(event, fan);
    }

    @Override
    public @Nullable Rating rating(String fan) {
        return ratings.get(event, fan);
    }

    @Override
    public int liveAt(long address) {
        Crowd crowd = places.find(event);
        return crowd == null ? 0 : crowd.liveAt(address);
    }

    @Override
    public int liveOn(long device) {
        Crowd crowd = places.find(event);
        return crowd == null ? 0 : crowd.liveOn(device);
    }

    @Override
    public int liveOf(long person) {
        Crowd crowd = places.find(event);
        return crowd == null ? 0 : crowd.liveOf(person);
    }

    @Override
    public Roster roster() {
        return places.crowd(event).roster(rooms.require(event));
    }

    @Override
    public DrawnOrder order(Hash seed) {
        return places.crowd(event).order(rooms.require(event), seed);
    }

    @Override
    public List<Waiting> next(int most) {
        return places.crowd(event).next(most);
    }

    @Override
    public @Nullable Shopper shopper(int sequence) {
        return shoppers.get(event, sequence);
    }

    @Override
    public List<Integer> dueBy(Instant at, int most) {
        return shoppers.dueBy(event, at, most);
    }
}
