package io.onsale.standalone.audit.rules;

import io.onsale.schemas.admission.AdmissionEnded;
import io.onsale.schemas.admission.AdmissionEvent;
import io.onsale.schemas.admission.AdmissionRefused;
import io.onsale.schemas.admission.BeaconPublished;
import io.onsale.schemas.admission.FanLeft;
import io.onsale.schemas.admission.FanRated;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.FansJoined;
import io.onsale.schemas.admission.OrderDrawn;
import io.onsale.schemas.admission.PlaceFreed;
import io.onsale.schemas.admission.Room;
import io.onsale.schemas.admission.RoomChanged;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomOpened;
import io.onsale.schemas.admission.RosterFrozen;
import io.onsale.schemas.common.EventEnvelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A rule over admission's events, told apart; what a rule finds wrong at a record it reports. */
abstract class AdmissionRule implements Rule {

    private final Check check;
    private final List<Finding> found = new ArrayList<>();
    private final Set<String> rooms = new HashSet<>();

    AdmissionRule(Check check) {
        this.check = check;
    }

    @Override
    public final Check check() {
        return check;
    }

    @Override
    public final List<Finding> see(Logged logged) {
        if (logged.value() instanceof AdmissionEvent event && !isKnown(logged, event)) {
            report(logged, "something happens in a waiting room that was never opened");
        } else if (logged.value() instanceof AdmissionEvent event) {
            EventEnvelope envelope = event.getEnvelope();
            Instant at = envelope.getAt();
            sign(logged, at);
            switch (event.getBody()) {
                case RoomOpened opened -> opened(logged, at, opened);
                case RoomChanged changed -> changed(logged, at, changed.getRoom());
                case RoomControlled controlled -> controlled(logged, controlled);
                case FansJoined joined -> joined(logged, at, joined);
                case FanLeft left -> left(logged, at, left);
                case FanRated rated -> rated(logged, at, rated);
                case RosterFrozen frozen -> frozen(logged, at, frozen);
                case BeaconPublished beacon -> heard(logged, at, beacon);
                case OrderDrawn drawn -> drawn(logged, drawn);
                case FansAdmitted admitted -> admitted(logged, at, admitted);
                case AdmissionEnded over -> ended(logged, at, over);
                case PlaceFreed freed -> freed(logged, envelope, freed);
                default -> {}
            }
        } else {
            other(logged);
        }
        List<Finding> findings = List.copyOf(found);
        found.clear();
        return findings;
    }

    private boolean isKnown(Logged logged, AdmissionEvent event) {
        return rooms.contains(logged.key())
                || event.getBody() instanceof AdmissionRefused
                || (event.getBody() instanceof RoomOpened && rooms.add(logged.key()));
    }

    /** Admission decides at that instant. */
    void sign(Logged logged, Instant at) {}

    /** Another domain's event. */
    void other(Logged logged) {}

    abstract void opened(Logged logged, Instant at, RoomOpened opened);

    abstract void changed(Logged logged, Instant at, Room room);

    void controlled(Logged logged, RoomControlled controlled) {}

    void joined(Logged logged, Instant at, FansJoined joined) {}

    void left(Logged logged, Instant at, FanLeft left) {}

    void rated(Logged logged, Instant at, FanRated rated) {}

    void frozen(Logged logged, Instant at, RosterFrozen frozen) {}

    void heard(Logged logged, Instant at, BeaconPublished beacon) {}

    void drawn(Logged logged, OrderDrawn drawn) {}

    abstract void admitted(Logged logged, Instant at, FansAdmitted admitted);

    abstract void ended(Logged logged, Instant at, AdmissionEnded over);

    void freed(Logged logged, EventEnvelope envelope, PlaceFreed freed) {}

    final void report(Logged logged, String what, String... namesAndValues) {
        String[] ids = new String[namesAndValues.length + 2];
        ids[0] = Ids.EVENT;
        ids[1] = logged.key();
        System.arraycopy(namesAndValues, 0, ids, 2, namesAndValues.length);
        found.add(Finding.at(logged, check, what, Ids.of(ids)));
    }
}
