package io.onsale.topologies.inventory;

import io.onsale.schemas.inventory.BatchReleased;
import io.onsale.schemas.inventory.ClaimRefused;
import io.onsale.schemas.inventory.ConfirmRefused;
import io.onsale.schemas.inventory.ExtendRefused;
import io.onsale.schemas.inventory.HoldClaimed;
import io.onsale.schemas.inventory.HoldExpired;
import io.onsale.schemas.inventory.HoldExtended;
import io.onsale.schemas.inventory.HoldRefused;
import io.onsale.schemas.inventory.HoldReleased;
import io.onsale.schemas.inventory.HoldUnclaimed;
import io.onsale.schemas.inventory.OwnershipRepeated;
import io.onsale.schemas.inventory.PerformanceStopped;
import io.onsale.schemas.inventory.ReleaseRefused;
import io.onsale.schemas.inventory.SeatsConfirmed;
import io.onsale.schemas.inventory.SeatsHeld;
import io.onsale.schemas.inventory.SeatsReturned;
import io.onsale.schemas.inventory.ShopperClosed;
import io.onsale.schemas.inventory.ShopperClosing;
import io.onsale.schemas.inventory.ShowChanged;
import io.onsale.schemas.inventory.ShowClosed;
import io.onsale.schemas.inventory.ShowOpened;
import io.onsale.topologies.inventory.domain.Admission;
import io.onsale.topologies.inventory.domain.InventoryEvent;
import io.onsale.topologies.inventory.domain.Places;
import io.onsale.topologies.inventory.domain.Withheld;
import io.onsale.topologies.kit.CommonMapping;
import io.onsale.topologies.show.ShowMapping;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Inventory's events from the domain to Avro. */
final class EventMapping {

    private EventMapping() {}

    static Object body(InventoryEvent event) {
        return switch (event) {
            case InventoryEvent.ShowOpened opened -> new ShowOpened(ShowMapping.toAvro(opened.definition()));
            case InventoryEvent.ShowChanged changed -> new ShowChanged(ShowMapping.toAvro(changed.definition()));
            case InventoryEvent.ShowClosed closed -> new ShowClosed();
            case InventoryEvent.PerformanceStopped stopped -> new PerformanceStopped(stopped.performanceId());
            case InventoryEvent.HoldExtended extended ->
                new HoldExtended(extended.holdId(), extended.fanId(), extended.expiresAt(), extended.orderId());
            case InventoryEvent.ExtendRefused refused ->
                new ExtendRefused(refused.holdId(), refused.fanId(), CommonMapping.toAvro(refused.refusal()));
            case InventoryEvent.SeatsHeld held -> held(held);
            case InventoryEvent.HoldRefused refused ->
                new HoldRefused(
                        refused.holdId(),
                        refused.fanId(),
                        CommonMapping.toAvro(refused.refusal()),
                        refused.refusal().suggestion());
            case InventoryEvent.HoldReleased released -> released(released);
            case InventoryEvent.HoldExpired expired -> expired(expired);
            case InventoryEvent.ReleaseRefused refused ->
                new ReleaseRefused(refused.holdId(), refused.fanId(), CommonMapping.toAvro(refused.refusal()));
            case InventoryEvent.HoldClaimed claimed ->
                new HoldClaimed(claimed.orderId(), claimed.holdId(), claimed.fanId());
            case InventoryEvent.HoldUnclaimed left -> new HoldUnclaimed(left.orderId(), left.holdId(), left.fanId());
            case InventoryEvent.ClaimRefused refused ->
                new ClaimRefused(
                        refused.orderId(), refused.holdId(), refused.fanId(), CommonMapping.toAvro(refused.refusal()));
            case InventoryEvent.SeatsConfirmed confirmed -> confirmed(confirmed);
            case InventoryEvent.OwnershipRepeated again ->
                new OwnershipRepeated(again.orderId(), again.holdId(), again.fanId());
            case InventoryEvent.ConfirmRefused refused ->
                new ConfirmRefused(
                        refused.orderId(), refused.holdId(), refused.fanId(), CommonMapping.toAvro(refused.refusal()));
            case InventoryEvent.SeatsReturned back -> returned(back);
            case InventoryEvent.BatchReleased batch -> released(batch);
            case InventoryEvent.ShopperClosing closing ->
                new ShopperClosing(closing.admissionId(), closing.fanId(), closing.expiresAt());
            case InventoryEvent.ShopperClosed closed ->
                new ShopperClosed(closed.admissionId(), closed.fanId(), closed.finished(), closed.expiresAt());
        };
    }

    private static SeatsHeld held(InventoryEvent.SeatsHeld held) {
        Admission admission = held.admission();
        return new SeatsHeld(
                held.holdId(),
                held.fanId(),
                held.performanceId(),
                PlacesMapping.seats(held.seats()),
                held.price().currency(),
                held.price().total(),
                held.price().ruleVersion(),
                held.expiresAt(),
                PlacesMapping.areas(held.areas()),
                held.price().feePerTicket(),
                held.price().fees(),
                admission == null ? null : admission.id(),
                admission == null ? null : admission.expiresAt(),
                held.contactKey());
    }

    private static HoldReleased released(InventoryEvent.HoldReleased released) {
        Places places = released.places();
        return new HoldReleased(
                released.holdId(),
                released.fanId(),
                released.performanceId(),
                places.seatIds(),
                PlacesMapping.areas(places.areas()),
                released.orderId());
    }

    private static HoldExpired expired(InventoryEvent.HoldExpired expired) {
        Places places = expired.places();
        return new HoldExpired(
                expired.holdId(),
                expired.fanId(),
                expired.performanceId(),
                places.seatIds(),
                expired.deadline(),
                PlacesMapping.areas(places.areas()));
    }

    private static SeatsConfirmed confirmed(InventoryEvent.SeatsConfirmed confirmed) {
        Places places = confirmed.places();
        return new SeatsConfirmed(
                confirmed.orderId(),
                confirmed.holdId(),
                confirmed.fanId(),
                confirmed.performanceId(),
                places.seatIds(),
                PlacesMapping.areas(places.areas()));
    }

    private static SeatsReturned returned(InventoryEvent.SeatsReturned back) {
        Places places = back.places();
        Withheld withheld = back.withheld();
        return SeatsReturned.newBuilder()
                .setOrderId(back.orderId())
                .setHoldId(back.holdId())
                .setFanId(back.fanId())
                .setPerformanceId(back.performanceId())
                .setSeatIds(places.seatIds())
                .setAreas(PlacesMapping.areas(places.areas()))
                .setBatchId(withheld == null ? null : withheld.batchId())
                .setCommitment(withheld == null ? null : bytes(withheld.commitment()))
                .build();
    }

    private static BatchReleased released(InventoryEvent.BatchReleased batch) {
        return new BatchReleased(
                batch.batchId(),
                batch.performanceId(),
                batch.places().seatIds(),
                PlacesMapping.areas(batch.places().areas()),
                batch.draw().instant(),
                bytes(batch.draw().nonce()));
    }

    private static ByteBuffer bytes(String hexadecimal) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hexadecimal));
    }
}
