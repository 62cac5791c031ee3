package io.onsale.topologies.admission.domain;

import io.onsale.topologies.admission.domain.AdmissionCommand.JoinQueue;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanJoined;
import io.onsale.topologies.admission.domain.AdmissionEvent.FansJoined;
import io.onsale.topologies.admission.domain.AdmissionEvent.JoinsAnswered;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One live place per fan and person, and so many per network address and device. */
final class JoinRules {

    private final DrawSecrets secrets;

    JoinRules(DrawSecrets secrets) {
        this.secrets = secrets;
    }

    /** Joining is idempotent by state: whoever has a live place is told of it. */
    Decision<AdmissionEvent> join(AdmissionView view, Room room, JoinQueue batch, Instant at) {
        Batch joins = new Batch(view, room, at);
        batch.joins().forEach(joins::judge);
        JoinsAnswered answer = new JoinsAnswered(joins.answers);
        return new Decision<>(joins.given.isEmpty() ? List.of() : List.of(new FansJoined(joins.given)), answer);
    }

    static Decision<AdmissionEvent> refuseAll(JoinQueue batch, Refusal why) {
        List<JoinAnswer> answers = batch.joins().stream()
                .<JoinAnswer>map(join -> new JoinAnswer.Refused(why))
                .toList();
        return Decision.answer(new JoinsAnswered(answers));
    }

    /** The joins of a command; each sees what those before it were given. */
    private final class Batch {

        private final AdmissionView view;
        private final Room room;
        private final Instant at;
        private final @Nullable Refusal shut;
        private final List<FanJoined> given = new ArrayList<>();
        private final List<JoinAnswer> answers = new ArrayList<>();
        private final Map<String, Place> places = new HashMap<>();
        private final Map<Long, Integer> addresses = new HashMap<>();
        private final Map<Long, Integer> devices = new HashMap<>();
        private final Set<Long> people = new HashSet<>();

        Batch(AdmissionView view, Room room, Instant at) {
            this.view = view;
            this.room = room;
            this.at = at;
            this.shut = shut(room, at);
        }

        void judge(Join join) {
            Place before = places.get(join.fanId());
            Place has = before == null ? view.place(join.fanId()) : before;
            if (has != null && (waitsOrShops(has) || has.joined().request().equals(join.request()))) {
                answers.add(known(join.fanId(), has));
                return;
            }
            Refusal refusal = refusal(join.origin());
            answers.add(refusal == null ? give(join) : new JoinAnswer.Refused(refusal));
        }

        /** A place in a line that nobody is let in from any more is none. */
        private boolean waitsOrShops(Place has) {
            return room.closed() ? has.state().shopping() : has.state().live();
        }

        private @Nullable Refusal refusal(Join.Origin origin) {
            if (shut != null) {
                return shut;
            }
            if (view.liveOf(origin.person()) > 0 || people.contains(origin.person())) {
                return Refusals.HAS_PLACE;
            }
            Terms.JoinLimits limits = room.terms().limits();
            int fromAddress = view.liveAt(origin.address()) + addresses.getOrDefault(origin.address(), 0);
            if (origin.address() != 0 && fromAddress >= limits.perAddress()) {
                return Refusals.ADDRESS;
            }
            long device = origin.deviceOrAddress();
            int onDevice = view.liveOn(device) + devices.getOrDefault(device, 0);
            return device != 0 && onDevice >= limits.perDevice(origin) ? Refusals.device(origin) : null;
        }

        private JoinAnswer give(Join join) {
            Rating known = view.rating(join.fanId());
            Rating rating = known == null ? Rating.UNKNOWN : known;
            Joined joined = new Joined(
                    room.count().joined() + given.size() + 1,
                    secrets.pseudonym(view.event(), join.fanId()),
                    at,
                    cohort(rating),
                    rating,
                    Math.max(0, join.purchases()),
                    join.request(),
                    join.origin());
            Place place = new Place(joined, Place.State.WAITING, 0, null);
            given.add(new FanJoined(join.fanId(), joined));
            places.put(join.fanId(), place);
            addresses.merge(join.origin().address(), 1, Integer::sum);
            devices.merge(join.origin().deviceOrAddress(), 1, Integer::sum);
            if (join.origin().person() != 0) {
                people.add(join.origin().person());
            }
            return known(join.fanId(), place);
        }

        private JoinAnswer known(String fan, Place place) {
            String id = place.expiresAt() == null ? null : Admission.id(view.event(), place.sequence());
            return new JoinAnswer.Given(fan, place, id);
        }

        private Cohort cohort(Rating rating) {
            if (!room.frozen()) {
                return Cohort.FIRST;
            }
            return room.terms().policy().suspects(rating.suspicion()) ? Cohort.LAST : Cohort.SECOND;
        }
    }

    private static @Nullable Refusal shut(Room room, Instant at) {
        if (!room.joinable()) {
            return room.closed() ? Refusals.CLOSED : Refusals.DRAINING;
        }
        Instant opensAt = room.terms().opensAt();
        return at.isBefore(opensAt) ? Refusals.notOpenYet(opensAt) : null;
    }
}
