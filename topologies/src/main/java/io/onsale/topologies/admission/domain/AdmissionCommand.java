package io.onsale.topologies.admission.domain;

import io.onsale.waiting.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of one event's waiting room. */
public sealed interface AdmissionCommand {

    /** Open a room. */
    record OpenRoom(Terms terms) implements AdmissionCommand {}

    /** Go by other terms, where that is still fair. */
    record ChangeRoom(Terms terms) implements AdmissionCommand {}

    /** Let nobody join or in any more. */
    record CloseRoom(String by) implements AdmissionCommand {}

    /** Fans join, one after another. */
    record JoinQueue(List<Join> joins) implements AdmissionCommand {

        public JoinQueue {
            joins = List.copyOf(joins);
        }
    }

    /** Give a place up. */
    record LeaveQueue(String fanId, long sequence) implements AdmissionCommand {}

    /** Somebody who was let in comes. */
    record ArriveAtSale(String fanId, String admissionId) implements AdmissionCommand {}

    /**
     * Change how many are let in; what is null stays as it is.
     *
     * @param paused pause, or go on as before the pause; means nothing where a state is given
     */
    record ControlRoom(
            Caller caller,
            @Nullable Integer maxConcurrent,
            @Nullable Integer admitPerSecond,
            Control.@Nullable State state,
            @Nullable Boolean paused)
            implements AdmissionCommand {}

    /** Say what is known about a fan; what is null stays as it is. */
    record RateFan(
            Caller caller,
            String fanId,
            @Nullable Tier tier,
            @Nullable Integer suspicion,
            String reason) implements AdmissionCommand {}

    /** Say what the beacon said. */
    record PublishBeacon(Caller caller, long round, Bytes value) implements AdmissionCommand {}

    /** Inventory: this admission can do nothing any more. */
    record ShopperClosed(String admissionId) implements AdmissionCommand {}

    /** Look whether anything is due. */
    record WakeRoom() implements AdmissionCommand {}

    /**
     * Who wants something that is not everybody's.
     *
     * @param organizerId null for an operator, or another part of the system
     * @param id as it is recorded
     */
    record Caller(@Nullable String organizerId, String id) {

        boolean mayRule(Room room) {
            return organizerId == null || organizerId.equals(room.terms().organizerId());
        }
    }
}
