package io.onsale.topologies.admission;

import io.onsale.schemas.admission.Cohort;
import io.onsale.schemas.admission.JoinAnswer;
import io.onsale.schemas.admission.JoinedPlace;
import io.onsale.schemas.admission.PlaceState;
import io.onsale.schemas.admission.StoredPlace;
import io.onsale.schemas.admission.StoredRating;
import io.onsale.schemas.admission.StoredShopper;
import io.onsale.schemas.admission.Tier;
import io.onsale.topologies.admission.domain.Bytes;
import io.onsale.topologies.admission.domain.Join;
import io.onsale.topologies.admission.domain.Joined;
import io.onsale.topologies.admission.domain.Place;
import io.onsale.topologies.admission.domain.Rating;
import io.onsale.topologies.admission.domain.Shopper;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.kit.domain.Patience;
import org.jspecify.annotations.Nullable;

/** Places between Avro and the domain. */
final class PlaceMapping {

    private PlaceMapping() {}

    static JoinedPlace toAvro(String fan, Joined joined) {
        return new JoinedPlace(
                (long) joined.sequence(),
                fan,
                Octets.toAvro(joined.pseudonym()),
                joined.at(),
                Cohort.valueOf(joined.cohort().name()),
                toAvro(joined.rating().tier()),
                joined.purchases(),
                joined.rating().suspicion(),
                Octets.toAvro(joined.request()),
                joined.origin().address(),
                joined.origin().device(),
                joined.origin().person());
    }

    static JoinAnswer toAvro(io.onsale.topologies.admission.domain.JoinAnswer answer) {
        JoinAnswer.Builder told = JoinAnswer.newBuilder();
        return switch (answer) {
            case io.onsale.topologies.admission.domain.JoinAnswer.Given given ->
                told.setPlace(toAvro(given.fanId(), given.place().joined()))
                        .setState(PlaceState.valueOf(given.place().state().name()))
                        .setAdmissionId(given.admissionId())
                        .setAdmissionEndsAt(given.place().expiresAt())
                        .build();
            case io.onsale.topologies.admission.domain.JoinAnswer.Refused refused ->
                told.setState(PlaceState.WAITING)
                        .setRefusal(CommonMapping.toAvro(refused.refusal()))
                        .build();
        };
    }

    static Tier toAvro(io.onsale.waiting.Tier tier) {
        return Tier.valueOf(tier.name());
    }

    static io.onsale.waiting.Tier fromAvro(Tier tier) {
        return io.onsale.waiting.Tier.valueOf(tier.name());
    }

    static StoredPlace store(Place place) {
        Joined joined = place.joined();
        return new StoredPlace(
                (long) joined.sequence(),
                PlaceState.valueOf(place.state().name()),
                Cohort.valueOf(joined.cohort().name()),
                Octets.toAvro(joined.pseudonym()),
                joined.at(),
                toAvro(joined.rating().tier()),
                joined.purchases(),
                joined.rating().suspicion(),
                place.moved() == 0 ? null : (long) place.moved(),
                Octets.toAvro(joined.request()),
                joined.origin().address(),
                joined.origin().device(),
                place.expiresAt(),
                joined.origin().person());
    }

    static Place load(StoredPlace place) {
        Joined joined = new Joined(
                Math.toIntExact(place.getSequence()),
                Octets.fromAvro(place.getPseudonym()),
                place.getJoinedAt(),
                io.onsale.topologies.admission.domain.Cohort.valueOf(
                        place.getCohort().name()),
                new Rating(fromAvro(place.getTier()), place.getSuspicion()),
                place.getPurchases(),
                Octets.fromAvro(place.getRequest()),
                new Join.Origin(place.getAddress(), place.getDevice(), place.getPerson()));
        return new Place(joined, state(place.getState()), moved(place.getMoved()), place.getExpiresAt());
    }

    private static int moved(@Nullable Long moved) {
        return moved == null ? 0 : Math.toIntExact(moved);
    }

    private static Place.State state(PlaceState state) {
        return Place.State.valueOf(state.name());
    }

    static Join fromAvro(io.onsale.schemas.admission.Join join) {
        Bytes request = Octets.fromAvro(join.getRequest());
        return new Join(
                join.getFanId(),
                request,
                join.getPurchases(),
                new Join.Origin(join.getAddress(), join.getDevice(), join.getPerson()));
    }

    static StoredRating store(Rating rating) {
        return new StoredRating(toAvro(rating.tier()), rating.suspicion());
    }

    static Rating load(StoredRating rating) {
        return new Rating(fromAvro(rating.getTier()), rating.getSuspicion());
    }

    static StoredShopper store(Shopper shopper) {
        return new StoredShopper(
                shopper.fanId(),
                shopper.arriveBy(),
                shopper.expiresAt(),
                PlaceState.valueOf(shopper.state().name()),
                shopper.patience().asked(),
                shopper.patience().since());
    }

    static Shopper load(StoredShopper shopper) {
        return new Shopper(
                shopper.getFanId(),
                shopper.getArriveBy(),
                shopper.getExpiresAt(),
                state(shopper.getState()),
                new Patience(shopper.getAsked(), shopper.getWaitingSince()));
    }
}
