package io.onsale.topologies.admission;

import io.onsale.schemas.admission.StoredPlace;
import io.onsale.schemas.admission.StoredRating;
import io.onsale.schemas.admission.StoredRoom;
import io.onsale.schemas.admission.StoredShopper;
import io.onsale.topologies.admission.domain.Place;
import io.onsale.topologies.admission.domain.Rating;
import io.onsale.topologies.admission.domain.Room;
import io.onsale.topologies.admission.domain.Shopper;
import io.onsale.topologies.kit.RowKind;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/** Admission's kinds of rows, and how they are kept. */
final class AdmissionRows {

    /** By event. */
    static final RowKind<Room> ROOMS =
            RowKind.of('R', "rooms", StoredRoom.class, RoomMapping::store, RoomMapping::load);

    /** By event and fan: the latest place of each. */
    static final RowKind<Place> PLACES =
            RowKind.of('P', "places", StoredPlace.class, PlaceMapping::store, PlaceMapping::load);

    /** By event and fan: what is known of each. */
    static final RowKind<Rating> RATINGS =
            RowKind.of('F', "ratings", StoredRating.class, PlaceMapping::store, PlaceMapping::load);

    /** By event and place: admissions whose places are not free yet. */
    static final RowKind<Shopper> SHOPPERS =
            RowKind.of('S', "shoppers", StoredShopper.class, PlaceMapping::store, PlaceMapping::load);

    /** By event and place: leaves of places that were given up between freeze and draw. */
    static final RowKind<String> LEAVERS = RowKind.of('L', "leavers", Serdes.String());

    static final List<RowKind<?>> ALL = List.of(ROOMS, PLACES, RATINGS, SHOPPERS, LEAVERS);

    private AdmissionRows() {}
}
