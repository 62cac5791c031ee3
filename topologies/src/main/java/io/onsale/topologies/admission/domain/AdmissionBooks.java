package io.onsale.topologies.admission.domain;

import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionEnded;
import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionRefused;
import io.onsale.topologies.admission.domain.AdmissionEvent.AskedAgain;
import io.onsale.topologies.admission.domain.AdmissionEvent.BeaconPublished;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanArrived;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanJoined;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanLeft;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanRated;
import io.onsale.topologies.admission.domain.AdmissionEvent.FansAdmitted;
import io.onsale.topologies.admission.domain.AdmissionEvent.FansJoined;
import io.onsale.topologies.admission.domain.AdmissionEvent.JoinsAnswered;
import io.onsale.topologies.admission.domain.AdmissionEvent.OrderDrawn;
import io.onsale.topologies.admission.domain.AdmissionEvent.PlaceFreed;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomChanged;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomControlled;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomOpened;
import io.onsale.topologies.admission.domain.AdmissionEvent.RosterFrozen;
import io.onsale.topologies.kit.domain.Books;
import io.onsale.topologies.kit.domain.LastRow;
import io.onsale.topologies.kit.domain.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All of admission's state; only {@link #apply} changes it. */
public final class AdmissionBooks implements Books<AdmissionView, AdmissionEvent> {

    /** Where it is kept. */
    public record Tables(
            Table<Room> rooms,
            Table<Place> places,
            Table<Rating> ratings,
            Table<Shopper> shoppers,
            Table<String> leavers) {}

    private final RoomBook rooms;
    private final PlaceBook places;
    private final RatingBook ratings;
    private final ShopperBook shoppers;

    public AdmissionBooks(Tables tables, DrawSecrets secrets) {
        this.rooms = new RoomBook(tables.rooms());
        this.places = new PlaceBook(new LastRow<>(tables.places()), tables.leavers(), rooms, secrets);
        this.ratings = new RatingBook(tables.ratings());
        this.shoppers = new ShopperBook(new LastRow<>(tables.shoppers()));
    }

    @Override
    public AdmissionView view(String event) {
        return new BooksView(event, rooms, places, ratings, shoppers);
    }

    @Override
    public void apply(String event, AdmissionEvent happened, Instant at) {
        switch (happened) {
            case RoomOpened opened -> {
                rooms.put(event, Room.opened(opened.terms()));
                places.open(event);
            }
            case RoomChanged changed -> rooms.change(event, room -> room.going(changed.terms()));
            case RoomControlled controlled -> {
                rooms.change(event, room -> room.controlled(controlled.control()));
                disperseWhenOver(event, at);
            }
            case FansJoined joined -> join(event, joined);
            case FanLeft left -> places.leave(event, rooms.require(event), left.fanId());
            case FanRated rated -> rate(event, rated);
            case RosterFrozen frozen -> freeze(event, frozen);
            case BeaconPublished beacon -> rooms.change(event, room -> room.heard(beacon.value()));
            case OrderDrawn drawn -> {
                places.draw(event, rooms.require(event), drawn.seed());
                rooms.change(event, Room::drawnNow);
                disperseWhenOver(event, at);
            }
            case FansAdmitted admitted -> admit(event, admitted, at);
            case FanArrived arrived -> {
                places.arrive(event, arrived.fanId());
                shoppers.change(event, arrived.sequence(), Shopper::arrived);
            }
            case AdmissionEnded ended -> {
                places.end(event, ended.fanId());
                shoppers.change(event, ended.sequence(), shopper -> shopper.ended(at));
            }
            case AskedAgain asked -> shoppers.change(event, asked.sequence(), shopper -> shopper.askedAgain(at));
            case PlaceFreed freed -> {
                shoppers.remove(event, freed.sequence());
                rooms.change(event, Room::freed);
                disperseWhenOver(event, at);
            }
            case AdmissionRefused refused -> {}
            case JoinsAnswered answered -> throw new IllegalStateException("an answer does not happen");
        }
    }

    /**
     * The events in whose rooms something is due by this instant. Where somebody waits and a place is free something may always be: only
     * the log's time, which nobody knows before a command is on the log, says whether the pace allows it.
     */
    public List<String> due(Instant at) {
        List<String> due = new ArrayList<>();
        rooms.forEach((event, room) -> {
            boolean admits = room.mayAdmit() && places.crowd(event).waiting() > 0;
            if (admits || room.ends(at) || room.freezes(at) || room.draws() || shoppers.anyDue(event, at)) {
                due.add(event);
            }
        });
        return due;
    }

    /** Whether a row of a fan's or a place's is of a room that was over so long ago that nobody is told of it any more. */
    public boolean forgotten(String key, Instant at) {
        Room room = rooms.get(key.substring(0, key.indexOf('|')));
        return room != null && room.forgotten(at);
    }

    private void join(String event, FansJoined joined) {
        Room room = rooms.require(event);
        int moved = room.count().moved();
        for (FanJoined fan : joined.places()) {
            boolean last = fan.place().cohort() == Cohort.LAST;
            if (last) {
                moved++;
            }
            Place place = new Place(fan.place(), Place.State.WAITING, last ? moved : 0, null);
            places.join(event, room, fan.fanId(), place);
        }
        rooms.put(
                event, room.joined(joined.places().size(), moved - room.count().moved()));
    }

    private void rate(String event, FanRated rated) {
        Room room = rooms.require(event);
        ratings.put(event, rated.fanId(), rated.rating());
        Place place = places.get(event, rated.fanId());
        boolean waits = place != null && place.state() == Place.State.WAITING;
        if (waits && !room.frozen()) {
            places.rate(event, rated.fanId(), rated.rating());
        }
        if (rated.moved() != null) {
            places.move(event, rated.fanId(), room.count().moved() + 1);
            rooms.put(event, room.joined(0, 1));
        }
    }

    private void freeze(String event, RosterFrozen frozen) {
        places.crowd(event).freeze(rooms.require(event));
        rooms.change(event, room -> room.frozen(frozen.root(), frozen.size()));
    }

    private void admit(String event, FansAdmitted admitted, Instant at) {
        Room room = rooms.require(event);
        for (Admission admission : admitted.admissions()) {
            places.admit(event, admission);
            Instant arriveBy = at.plus(room.terms().arriveWithin());
            Shopper shopper = Shopper.admitted(admission.fanId(), arriveBy, admission.expiresAt(), at);
            shoppers.put(event, admission.sequence(), shopper);
        }
        rooms.put(event, room.admitted(admitted.admissions().size(), at));
    }

    private void disperseWhenOver(String event, Instant at) {
        if (rooms.require(event).over()) {
            places.disperse(event);
            rooms.change(event, room -> room.overSince(at));
        }
    }
}
