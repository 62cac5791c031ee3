package io.onsale.topologies.admission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionEnded;
import io.onsale.topologies.admission.domain.AdmissionEvent.BeaconPublished;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanJoined;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanLeft;
import io.onsale.topologies.admission.domain.AdmissionEvent.FanRated;
import io.onsale.topologies.admission.domain.AdmissionEvent.FansAdmitted;
import io.onsale.topologies.admission.domain.AdmissionEvent.FansJoined;
import io.onsale.topologies.admission.domain.AdmissionEvent.OrderDrawn;
import io.onsale.topologies.admission.domain.AdmissionEvent.PlaceFreed;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomChanged;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomControlled;
import io.onsale.topologies.admission.domain.AdmissionEvent.RoomOpened;
import io.onsale.topologies.admission.domain.AdmissionEvent.RosterFrozen;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Leaf;
import io.onsale.waiting.Policy;
import io.onsale.waiting.ScoreInputs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the events say, kept as plainly as can be: a list of who waits, sorted anew whenever it is asked for. */
final class PlainQueue {

    /** Somebody in line. */
    private static final class Spot {
        private final FanJoined fan;
        private Rating rating;
        private int moved;

        Spot(FanJoined fan) {
            this.fan = fan;
            this.rating = fan.place().rating();
        }
    }

    private Terms terms;
    private final Map<String, Spot> waiting = new HashMap<>();
    private final Map<String, Integer> live = new HashMap<>();
    private final Set<String> shopping = new HashSet<>();
    private Pace pace;
    private boolean frozen;
    private int moves;
    private int admissions;
    private @Nullable Hash root;
    private @Nullable Hash seed;
    private Bytes beacon = Bytes.of(new byte[0]);

    PlainQueue(Terms terms) {
        this.terms = terms;
        this.pace = terms.pace();
    }

    void see(AdmissionEvent event) {
        switch (event) {
            case FansJoined joined -> joined.places().forEach(this::join);
            case FanLeft left -> {
                waiting.remove(left.fanId());
                live.remove(left.fanId());
            }
            case FanRated rated -> rate(rated);
            case RosterFrozen froze -> {
                frozen = true;
                root = froze.root();
                assertThat(froze.size()).isEqualTo(waiting.size());
            }
            case BeaconPublished said -> beacon = said.value();
            case OrderDrawn drawn -> seed = drawn.seed();
            case RoomControlled controlled -> pace = controlled.control().pace();
            case FansAdmitted admitted -> admit(admitted);
            case AdmissionEnded ended -> assertThat(live.remove(ended.fanId())).isEqualTo(ended.sequence());
            case PlaceFreed freed -> {
                assertThat(shopping.remove(freed.admissionId())).isTrue();
                assertThat(freed.shopping()).isEqualTo(shopping.size());
            }
            case RoomOpened opened -> assertThat(opened.terms()).isEqualTo(terms);
            case RoomChanged changed -> {
                assertThat(frozen).isFalse();
                terms = changed.terms();
            }
            default -> {}
        }
    }

    private void join(FanJoined fan) {
        assertThat(live.put(fan.fanId(), fan.place().sequence()))
                .as("one live place per fan")
                .isNull();
        Spot spot = new Spot(fan);
        if (fan.place().cohort() == Cohort.LAST) {
            moves++;
            spot.moved = moves;
        }
        assertThat(fan.place().cohort() == Cohort.FIRST).isEqualTo(!frozen);
        waiting.put(fan.fanId(), spot);
    }

    private void rate(FanRated rated) {
        Spot spot = waiting.get(rated.fanId());
        if (spot != null && !frozen) {
            spot.rating = rated.rating();
        }
        if (rated.moved() != null) {
            moves++;
            Objects.requireNonNull(spot).moved = moves;
        }
    }

    private void admit(FansAdmitted admitted) {
        List<String> fans = admitted.admissions().stream().map(Admission::fanId).toList();
        assertThat(order().subList(0, fans.size())).isEqualTo(fans);
        fans.forEach(waiting::remove);
        admitted.admissions().forEach(admission -> shopping.add(admission.id()));
        admissions += fans.size();
        assertThat(admitted.limit()).isEqualTo(pace.maxConcurrent());
        assertThat(admitted.shopping()).isEqualTo(shopping.size()).isLessThanOrEqualTo(pace.maxConcurrent());
    }

    /** Everybody who waits, the next first. */
    List<String> order() {
        if (seed == null) {
            return List.of();
        }
        List<Spot> spots = new ArrayList<>(waiting.values());
        spots.sort(Comparator.comparingInt(this::part)
                .thenComparingInt(spot -> spot.moved)
                .thenComparingInt(spot -> spot.moved > 0 ? 0 : -score(spot))
                .thenComparing(spot -> first(spot) ? lot(leaf(spot).hash()) : Objects.requireNonNull(root))
                .thenComparingInt(spot -> spot.fan.place().sequence()));
        return spots.stream().map(spot -> spot.fan.fanId()).toList();
    }

    private Hash lot(Hash leaf) {
        return Hash.of(Rooms.sha256(
                "onsale-draw-order-1".getBytes(StandardCharsets.UTF_8),
                Objects.requireNonNull(seed).bytes(),
                Objects.requireNonNull(root).bytes(),
                beacon.toArray(),
                leaf.bytes()));
    }

    private static boolean first(Spot spot) {
        return spot.fan.place().cohort() == Cohort.FIRST;
    }

    /** The first cohort, the second, the very end. */
    private int part(Spot spot) {
        if (spot.moved > 0 || terms.policy().suspects(spot.rating.suspicion())) {
            return 2;
        }
        return first(spot) ? 0 : 1;
    }

    private int score(Spot spot) {
        return terms.policy().score(inputs(spot));
    }

    private ScoreInputs inputs(Spot spot) {
        Policy policy = terms.policy();
        int earliness = first(spot) ? policy.earliness(spot.fan.place().at(), terms.drawsAt()) : 0;
        return new ScoreInputs(spot.rating.tier(), spot.fan.place().purchases(), earliness, spot.rating.suspicion());
    }

    private Leaf leaf(Spot spot) {
        Joined place = spot.fan.place();
        return Leaf.of(place.pseudonym().toArray(), place.sequence(), inputs(spot), terms.policy());
    }

    /** Of everybody who was let in, those of whom admission has not said that the place is free. */
    Set<String> shopping() {
        return shopping;
    }

    int admissions() {
        return admissions;
    }

    int moves() {
        return moves;
    }

    Pace pace() {
        return pace;
    }

    @Nullable
    Integer liveSequence(String fan) {
        return live.get(fan);
    }
}
