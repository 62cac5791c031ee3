package io.onsale.topologies.admission.domain;

import io.onsale.topologies.admission.domain.AdmissionCommand.PublishBeacon;
import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionRefused;
import io.onsale.topologies.admission.domain.AdmissionEvent.BeaconPublished;
import io.onsale.topologies.admission.domain.AdmissionEvent.OrderDrawn;
import io.onsale.topologies.admission.domain.AdmissionEvent.RosterFrozen;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.waiting.BeaconRound;
import io.onsale.waiting.Hash;
import io.onsale.waiting.Roster;
import java.time.Instant;
import java.util.List;

/**
 * How the order of the first cohort comes about: the roster is frozen, what the beacon says is waited for, the order is drawn.
 *
 * <p>Freezing and drawing are two decisions even where nothing is waited for, because for a million fans each takes a good part of the time
 * that a transaction has.
 */
final class DrawRules {

    private final DrawSecrets secrets;

    DrawRules(DrawSecrets secrets) {
        this.secrets = secrets;
    }

    List<AdmissionEvent> due(AdmissionView view, Room room, Instant at) {
        if (room.freezes(at)) {
            Roster roster = view.roster();
            return List.of(new RosterFrozen(roster.root(), roster.size()));
        }
        if (room.draws()) {
            Hash seed = secrets.seed(view.event());
            return List.of(new OrderDrawn(seed, view.order(seed).hash()));
        }
        return List.of();
    }

    /** Whoever knew it before the roster was frozen could choose who joins. */
    Decision<AdmissionEvent> hear(Room room, PublishBeacon said) {
        if (!said.caller().mayRule(room)) {
            return Refusals.tell(Refusals.NOT_YOURS);
        }
        Beacon beacon = room.terms().beacon();
        if (beacon == null) {
            return Refusals.refuse("no_beacon", "This draw waits for no beacon.");
        }
        if (said.round() != beacon.round()) {
            return refuse(new Refusal(
                    "wrong_round", "Another round counts.", List.of(Long.toString(beacon.round())), List.of()));
        }
        if (!room.frozen()) {
            return Refusals.refuse("roster_not_frozen", "The beacon counts once the roster is frozen.");
        }
        if (said.value().length() != BeaconRound.VALUE_BYTES) {
            return Refusals.refuse(
                    "bad_beacon",
                    "What counts is the round's randomness, " + BeaconRound.VALUE_BYTES
                            + " bytes: not its signature, and no part of it.");
        }
        BeaconPublished published = new BeaconPublished(said.round(), said.value());
        if (room.draw().beacon() == null) {
            return room.closed() ? Refusals.tell(Refusals.CLOSED_FOR_GOOD) : Decision.of(published);
        }
        return room.draw().beacon().equals(said.value())
                ? Decision.answer(published)
                : Refusals.refuse("beacon_known", "The beacon has said something else.");
    }

    private static Decision<AdmissionEvent> refuse(Refusal why) {
        return Decision.of(new AdmissionRefused(why));
    }
}
