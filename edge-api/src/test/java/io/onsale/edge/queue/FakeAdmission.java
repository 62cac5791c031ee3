package io.onsale.edge.queue;

import io.onsale.edge.log.CommandLog;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.views.queue.RoomScript;
import io.onsale.schemas.Topic;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.admission.ArriveAtSale;
import io.onsale.schemas.admission.BeaconPublished;
import io.onsale.schemas.admission.ControlRoom;
import io.onsale.schemas.admission.FanArrived;
import io.onsale.schemas.admission.FanLeft;
import io.onsale.schemas.admission.FanRated;
import io.onsale.schemas.admission.Join;
import io.onsale.schemas.admission.JoinAnswer;
import io.onsale.schemas.admission.JoinQueue;
import io.onsale.schemas.admission.JoinedPlace;
import io.onsale.schemas.admission.JoinsAnswered;
import io.onsale.schemas.admission.LeaveQueue;
import io.onsale.schemas.admission.PlaceState;
import io.onsale.schemas.admission.PublishBeacon;
import io.onsale.schemas.admission.RateFan;
import io.onsale.schemas.admission.RoomControlled;
import io.onsale.schemas.admission.RoomState;
import io.onsale.schemas.admission.Tier;
import io.onsale.schemas.common.Refusal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.specific.SpecificRecord;

/** A log that decides about one waiting room as simply as can be: one place for each fan, and everything is granted. */
final class FakeAdmission implements CommandLog {
    final List<Object> commands = new CopyOnWriteArrayList<>();
    private final RoomScript script;
    private final Map<String, JoinedPlace> places = new ConcurrentHashMap<>();
    /** Why nobody joins; empty where fans do. */
    volatile String shut = "";

    volatile boolean late;

    FakeAdmission(RoomScript script) {
        this.script = script;
    }

    @Override
    public synchronized <C extends SpecificRecord, R extends SpecificRecord> CompletableFuture<R> ask(
            Exchange<C, R> exchange, String key, String commandId, C command) {
        Object body = ((AdmissionCommand) command).getBody();
        commands.add(body);
        Object outcome = key.equals(RoomScript.EVENT) ? decide(body) : refusal("no_waiting_room");
        AdmissionReply reply = new AdmissionReply(commandId, script.sequence(), false, outcome);
        return CompletableFuture.completedFuture(exchange.replies().value().cast(reply));
    }

    private Object decide(Object body) {
        return switch (body) {
            case JoinQueue joins ->
                new JoinsAnswered(joins.getJoins().stream().map(this::join).toList());
            case LeaveQueue leave -> leave(leave);
            case ArriveAtSale arrive -> arrive(arrive);
            case ControlRoom control -> control(control);
            case RateFan rate -> rate(rate);
            case PublishBeacon beacon -> new BeaconPublished(beacon.getRound(), beacon.getValue());
            default -> throw new IllegalArgumentException("No such command");
        };
    }

    private JoinAnswer join(Join join) {
        if (!shut.isEmpty()) {
            return JoinAnswer.newBuilder()
                    .setState(PlaceState.ENDED)
                    .setRefusal(refusal(shut))
                    .build();
        }
        return JoinAnswer.newBuilder()
                .setPlace(joined(join.getFanId(), join.getRequest()))
                .setState(PlaceState.WAITING)
                .build();
    }

    /** The place of a fan, given if there is none, by no request that anybody knows. */
    JoinedPlace joined(String fanId) {
        return joined(fanId, ByteBuffer.allocate(0));
    }

    /** The place of a fan, given by this request if there is none. */
    private synchronized JoinedPlace joined(String fanId, ByteBuffer request) {
        return places.computeIfAbsent(fanId, fan -> script.joined(fan, request));
    }

    private Object leave(LeaveQueue leave) {
        JoinedPlace place = places.get(leave.getFanId());
        if (place != null && place.getSequence() == leave.getSequence()) {
            places.remove(leave.getFanId());
            script.left(leave.getSequence(), leave.getFanId());
        }
        return new FanLeft(leave.getSequence(), leave.getFanId());
    }

    private Object arrive(ArriveAtSale arrive) {
        if (late) {
            return refusal("admission_ended");
        }
        long place = Objects.requireNonNull(places.get(arrive.getFanId())).getSequence();
        script.arrived(arrive.getFanId(), place);
        return new FanArrived(place, arrive.getFanId(), arrive.getAdmissionId());
    }

    private Object control(ControlRoom control) {
        int most = Objects.requireNonNullElse(control.getMaxConcurrent(), 100);
        int pace = Objects.requireNonNullElse(control.getAdmitPerSecond(), 10);
        RoomState unpaused = Objects.requireNonNullElse(control.getState(), RoomState.OPEN);
        RoomState state = Boolean.TRUE.equals(control.getPaused()) ? RoomState.PAUSED : unpaused;
        script.controlled(most, pace, state);
        return new RoomControlled(most, pace, state, "organizer-1");
    }

    private static Object rate(RateFan rate) {
        Tier tier = Objects.requireNonNullElse(rate.getTier(), Tier.NONE);
        int suspicion = Objects.requireNonNullElse(rate.getSuspicion(), 0);
        return new FanRated(rate.getFanId(), tier, suspicion, rate.getReason(), null);
    }

    private static Refusal refusal(String code) {
        return new Refusal(code, "No.", List.of(), List.of());
    }

    @Override
    public <C extends SpecificRecord> CompletableFuture<Void> tell(Topic<C> topic, String key, C command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> remove(Topic<?> topic, String key) {
        throw new UnsupportedOperationException();
    }
}
