package io.onsale.topologies.admission.domain;

import io.onsale.topologies.admission.domain.AdmissionEvent.AdmissionRefused;
import io.onsale.topologies.kit.domain.Decision;
import io.onsale.topologies.kit.domain.Refusal;
import java.time.Instant;
import java.util.List;

/** How admission says no. */
final class Refusals {

    static final Refusal NO_ROOM = Refusal.of("no_waiting_room", "There is no waiting room for this event.");
    static final Refusal NOT_YOURS = Refusal.of("not_your_event", "This event is somebody else's.");
    static final Refusal CLOSED = Refusal.of(
            "queue_closed",
            "This queue is closed: nobody joins or is let in any more. Look for another performance or event.");
    static final Refusal DRAINING = Refusal.of(
            "queue_draining",
            "This queue lets in those who wait and takes nobody new. Look for another performance or event.");
    static final Refusal CLOSED_FOR_GOOD = Refusal.of(
            "queue_closed", "This waiting room is closed for good, and nothing about it can be changed any more.");
    static final Refusal ADDRESS =
            Refusal.of("too_many_from_address", "Too many people from your network are in this queue.");
    private static final Refusal DEVICE =
            Refusal.of("too_many_from_device", "Too many people on this device are in this queue.");
    private static final Refusal NO_DEVICE = Refusal.of(
            "too_many_from_device",
            "Too many people from your network who did not name a device are in this queue. Send X-Device-Id.");
    static final Refusal HAS_PLACE = Refusal.of(
            "has_place",
            "You have a place in this queue already, as a guest or with another account. Go on with that one, or leave it first.");
    static final Refusal UNKNOWN_PLACE =
            Refusal.of("not_in_queue", "There is no such place in this queue. Join the queue to get one.");
    static final Refusal UNKNOWN_ADMISSION = Refusal.of(
            "unknown_admission",
            "There is no such admission. Ask for the status of your place in the queue for the one you have.");
    static final Refusal ENDED = Refusal.of(
            "admission_ended",
            "This admission has ended, and what it held is free again. To go on, join the queue again, if it is still open.");

    private Refusals() {}

    static Refusal device(Join.Origin origin) {
        return origin.device() == 0 ? NO_DEVICE : DEVICE;
    }

    static Refusal notOpenYet(Instant opensAt) {
        return new Refusal(
                "not_open_yet", "This queue opens at " + opensAt + ".", List.of(opensAt.toString()), List.of());
    }

    /** A refusal to somebody who may ask is an event. */
    static Decision<AdmissionEvent> refuse(String code, String detail) {
        return Decision.of(new AdmissionRefused(Refusal.of(code, detail)));
    }

    /** Of what is nobody's or another's nothing is written down: anybody can think of any amount of it. */
    static Decision<AdmissionEvent> tell(Refusal why) {
        return Decision.answer(new AdmissionRefused(why));
    }
}
