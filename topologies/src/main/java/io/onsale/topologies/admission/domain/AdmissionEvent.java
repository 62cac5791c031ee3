package io.onsale.topologies.admission.domain;

import io.onsale.topologies.kit.domain.Refusal;
import io.onsale.waiting.Hash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens in one event's waiting room. */
public sealed interface AdmissionEvent {

    /** A room opened; its draw is bound. */
    record RoomOpened(Terms terms, Hash commitment) implements AdmissionEvent {}

    /** It goes by other terms. */
    record RoomChanged(Terms terms) implements AdmissionEvent {}

    /** Other limits are in force. */
    record RoomControlled(Control control, String by) implements AdmissionEvent {}

    /** Fans have places in line. */
    record FansJoined(List<FanJoined> places) implements AdmissionEvent {

        public FansJoined {
            places = List.copyOf(places);
        }
    }

    /** One of them. */
    record FanJoined(String fanId, Joined place) {}

    /** A place in line was given up. */
    record FanLeft(int sequence, String fanId) implements AdmissionEvent {}

    /**
     * Something is known about a fan.
     *
     * @param moved the place that went to the very end; null where none did
     */
    record FanRated(
            String fanId,
            Rating rating,
            String reason,
            @Nullable Integer moved) implements AdmissionEvent {}

    /** Who takes part in the draw is final. */
    record RosterFrozen(Hash root, int size) implements AdmissionEvent {}

    /** What the beacon said. */
    record BeaconPublished(long round, Bytes value) implements AdmissionEvent {}

    /** The order of the first cohort is drawn. */
    record OrderDrawn(Hash seed, Hash orderHash) implements AdmissionEvent {}

    /**
     * Fans are let in, in this order.
     *
     * @param limit in force
     * @param shopping with these
     */
    record FansAdmitted(List<Admission> admissions, int limit, int shopping) implements AdmissionEvent {

        public FansAdmitted {
            admissions = List.copyOf(admissions);
        }
    }

    /** Somebody who was let in has come. */
    record FanArrived(int sequence, String fanId, String admissionId) implements AdmissionEvent {}

    /** Somebody may shop no more. */
    record AdmissionEnded(int sequence, String fanId, String admissionId, Instant expiresAt, AdmissionEnd why)
            implements AdmissionEvent {}

    /** Inventory was asked again whether anything is left of an admission that ended. */
    record AskedAgain(int sequence, String fanId, String admissionId, Instant expiresAt, int times)
            implements AdmissionEvent {}

    /** Another may be let in. */
    record PlaceFreed(String admissionId, int sequence, int shopping) implements AdmissionEvent {}

    /** A command was refused. */
    record AdmissionRefused(Refusal refusal) implements AdmissionEvent {}

    /** What became of the joins of a batch, in their order. It is told and does not happen: {@link FansJoined} does. */
    record JoinsAnswered(List<JoinAnswer> answers) implements AdmissionEvent {

        public JoinsAnswered {
            answers = List.copyOf(answers);
        }
    }
}
