package io.onsale.topologies.admission.domain;

import io.onsale.topologies.admission.domain.AdmissionCommand.LeaveQueue;
import io.onsale.topologies.admission.domain.AdmissionCommand.RateFan;
import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionEnded;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanLeft;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanRated;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.waiting.Policy;
import io.onsale.waiting.ScoreInputs;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a place in line. */
final class PlaceRules {

    /** Leaving what was left before changes nothing and is no mistake. */
    Decision<AdmissionEvent> leave(AdmissionView view, LeaveQueue leave) {
        Place place = view.place(leave.fanId());
        if (place == null || leave.sequence() < 1 || leave.sequence() > place.sequence()) {
            return Refusals.tell(Refusals.UNKNOWN_PLACE);
        }
        FanLeft left = new FanLeft((int) leave.sequence(), leave.fanId());
        if (leave.sequence() < place.sequence()) {
            return Decision.answer(left);
        }
        return switch (place.state()) {
            case WAITING -> Decision.of(left);
            case ADMITTED, ARRIVED -> Decision.of(ended(view, leave.fanId(), place));
            case LEFT, ENDED -> Decision.answer(left);
        };
    }

    private static AdmissionEnded ended(AdmissionView view, String fan, Place place) {
        return new AdmissionEnded(
                place.sequence(),
                fan,
                Admission.id(view.event(), place.sequence()),
                Objects.requireNonNull(place.expiresAt()),
                AdmissionEnd.LEFT);
    }

    /** Once the roster is frozen nobody moves, except a suspected bot to the very end. */
    Decision<AdmissionEvent> rate(AdmissionView view, Room room, RateFan rate) {
        if (!rate.caller().mayRule(room)) {
            return Refusals.tell(Refusals.NOT_YOURS);
        }
        Rating known = view.rating(rate.fanId());
        Rating before = known == null ? Rating.UNKNOWN : known;
        Rating now = new Rating(
                Objects.requireNonNullElse(rate.tier(), before.tier()),
                Objects.requireNonNullElse(rate.suspicion(), before.suspicion()));
        if (now.suspicion() < 0 || now.suspicion() > ScoreInputs.SURE) {
            return Refusals.refuse("bad_score", "A bot score is between 0 and " + ScoreInputs.SURE + " thousandths.");
        }
        Integer moved = moved(room, view.place(rate.fanId()), now);
        FanRated rated = new FanRated(rate.fanId(), now, rate.reason(), moved);
        return now.equals(before) && moved == null ? Decision.answer(rated) : Decision.of(rated);
    }

    private static @Nullable Integer moved(Room room, @Nullable Place place, Rating now) {
        if (place == null) {
            return null;
        }
        Policy policy = room.terms().policy();
        boolean moves = place.state() == Place.State.WAITING
                && room.frozen()
                && place.moved() == 0
                && policy.suspects(now.suspicion())
                && !policy.suspects(place.joined().rating().suspicion());
        return moves ? place.sequence() : null;
    }
}
