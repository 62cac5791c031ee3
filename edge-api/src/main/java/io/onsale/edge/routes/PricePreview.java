package io.onsale.edge.routes;

import io.onsale.edge.views.reservations.Reservation;
import io.onsale.schemas.catalogue.Concession;
import io.onsale.schemas.checkout.ConcessionClaim;
import io.onsale.schemas.checkout.Coupon;
import io.onsale.schemas.inventory.HeldArea;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a reservation would cost with concessions and a coupon; by checkout's rule, but what is paid checkout alone says. */
record PricePreview(long concessionDiscount, long couponDiscount, long fees, long total) {

    /**
     * A place that is held.
     *
     * @param seatId where it is a numbered seat
     * @param off what a concession takes off; nothing where none is claimed for it
     */
    private record Place(
            @Nullable String seatId,
            String section,
            long price,
            @Nullable Long off) {

        long left() {
            return off == null ? price : price - off;
        }

        Place reduced(int percent) {
            return new Place(seatId, section, price, Math.multiplyExact(price, percent) / 100);
        }
    }

    /**
     * Computes it; nothing where a concession is claimed for places that are not held, or that it is not for, or twice.
     *
     * @param concessions that there are, by code
     */
    static Optional<PricePreview> of(
            Reservation held,
            List<ConcessionClaim> claims,
            Map<String, Concession> concessions,
            Optional<Coupon> coupon) {
        List<Place> places = places(held);
        for (ConcessionClaim claim : claims) {
            Concession concession = concessions.get(claim.getCode());
            if (concession == null || !reduce(places, claim, concession)) {
                return Optional.empty();
            }
        }
        long list = sum(places.stream().map(Place::price).toList());
        long left = sum(places.stream().map(Place::left).toList());
        long off = coupon.map(it -> off(places, left, it)).orElse(0L);
        return Optional.of(new PricePreview(list - left, off, held.fees(), Math.addExact(left - off, held.fees())));
    }

    private static List<Place> places(Reservation held) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < held.seats().length; i++) {
            int seat = held.seats()[i];
            String section = held.show().hall().areaOf(seat).name();
            places.add(new Place(held.show().hall().id(seat), section, held.prices()[i], null));
        }
        for (HeldArea area : held.areas()) {
            for (int place = 0; place < area.getQuantity(); place++) {
                places.add(new Place(null, area.getSection(), area.getPrice(), null));
            }
        }
        return places;
    }

    /** Whether all that is claimed could be reduced. */
    private static boolean reduce(List<Place> places, ConcessionClaim claim, Concession concession) {
        Set<String> seats = new HashSet<>(claim.getSeatIds());
        int quantity = claim.getSection() == null ? 0 : claim.getQuantity();
        if (seats.size() < claim.getSeatIds().size()) {
            return false;
        }
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (place.off() != null || !isFor(concession, place)) {
                continue;
            }
            if (place.seatId() != null && seats.remove(place.seatId())) {
                places.set(i, place.reduced(concession.getPercent()));
            } else if (place.seatId() == null && quantity > 0 && place.section().equals(claim.getSection())) {
                places.set(i, place.reduced(concession.getPercent()));
                quantity--;
            }
        }
        return seats.isEmpty() && quantity == 0;
    }

    private static boolean isFor(Concession concession, Place place) {
        return concession.getSections().isEmpty() || concession.getSections().contains(place.section());
    }

    private static long off(List<Place> places, long left, Coupon coupon) {
        return coupon.getPercent() > 0
                ? sum(places.stream()
                        .map(place -> Math.multiplyExact(place.left(), coupon.getPercent()) / 100)
                        .toList())
                : Math.min(left, coupon.getAmount());
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().reduce(0L, Math::addExact);
    }
}
