package io.onsale.topologies.admission;

import io.onsale.schemas.admission.Admission;
import io.onsale.schemas.admission.AdmissionEnd;
import io.onsale.schemas.admission.AdmissionEnded;
import io.onsale.schemas.admission.AdmissionRefused;
import io.onsale.schemas.admission.AskedAgain;
import io.onsale.schemas.admission.BeaconPublished;
import io.onsale.schemas.admission.FanArrived;
import io.onsale.schemas.admission.FanLeft;
import io.onsale.schemas.admission.FanRated;
import io.onsale.schemas.admission.FansAdmitted;
import io.onsale.schemas.admission.FansJoined;
import io.onsale.schemas.admission.JoinsAnswered;
import io.onsale.schemas.admission.OrderDrawn;
import io.onsale.schemas.admission.PlaceFreed;
import io.onsale.schemas.admission.RoomChanged;
import io.onsale.schemas.admission.RoomOpened;
import io.onsale.schemas.admission.RosterFrozen;
import io.onsale.topologies.admission.domain.AdmissionEvent;
import io.onsale.topologies.kit.CommonMapping;

/** Admission's events from the domain to Avro. */
final class EventMapping {

    private EventMapping() {}

    static Object toAvro(AdmissionEvent event) {
        return switch (event) {
            case AdmissionEvent.RoomOpened opened ->
                new RoomOpened(RoomMapping.toAvro(opened.terms()), Octets.toAvro(opened.commitment()));
            case AdmissionEvent.RoomChanged changed -> new RoomChanged(RoomMapping.toAvro(changed.terms()));
            case AdmissionEvent.RoomControlled controlled -> RoomMapping.toAvro(controlled);
            case AdmissionEvent.FansJoined joined ->
                new FansJoined(joined.places().stream()
                        .map(fan -> PlaceMapping.toAvro(fan.fanId(), fan.place()))
                        .toList());
            case AdmissionEvent.FanLeft left -> new FanLeft((long) left.sequence(), left.fanId());
            case AdmissionEvent.FanRated rated -> rated(rated);
            case AdmissionEvent.RosterFrozen frozen -> new RosterFrozen(Octets.toAvro(frozen.root()), frozen.size());
            case AdmissionEvent.BeaconPublished beacon ->
                new BeaconPublished(beacon.round(), Octets.toAvro(beacon.value()));
            case AdmissionEvent.OrderDrawn drawn ->
                new OrderDrawn(Octets.toAvro(drawn.seed()), Octets.toAvro(drawn.orderHash()));
            case AdmissionEvent.FansAdmitted admitted -> admitted(admitted);
            case AdmissionEvent.FanArrived arrived ->
                new FanArrived((long) arrived.sequence(), arrived.fanId(), arrived.admissionId());
            case AdmissionEvent.AdmissionEnded ended -> ended(ended);
            case AdmissionEvent.AskedAgain asked ->
                new AskedAgain((long) asked.sequence(), asked.fanId(), asked.admissionId(), asked.times());
            case AdmissionEvent.PlaceFreed freed ->
                new PlaceFreed(freed.admissionId(), (long) freed.sequence(), freed.shopping());
            case AdmissionEvent.AdmissionRefused refused ->
                new AdmissionRefused(CommonMapping.toAvro(refused.refusal()));
            case AdmissionEvent.JoinsAnswered answered ->
                new JoinsAnswered(
                        answered.answers().stream().map(PlaceMapping::toAvro).toList());
        };
    }

    private static FanRated rated(AdmissionEvent.FanRated rated) {
        Integer moved = rated.moved();
        return new FanRated(
                rated.fanId(),
                PlaceMapping.toAvro(rated.rating().tier()),
                rated.rating().suspicion(),
                rated.reason(),
                moved == null ? null : moved.longValue());
    }

    private static FansAdmitted admitted(AdmissionEvent.FansAdmitted admitted) {
        return new FansAdmitted(
                admitted.admissions().stream()
                        .map(fan -> new Admission((long) fan.sequence(), fan.fanId(), fan.id(), fan.expiresAt()))
                        .toList(),
                admitted.limit(),
                admitted.shopping());
    }

    private static AdmissionEnded ended(AdmissionEvent.AdmissionEnded ended) {
        return new AdmissionEnded(
                (long) ended.sequence(),
                ended.fanId(),
                ended.admissionId(),
                ended.expiresAt(),
                AdmissionEnd.valueOf(ended.why().name()));
    }
}
