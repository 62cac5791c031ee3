package io.onsale.edge.queue;

import io.onsale.edge.auth.AdmissionTokens;
import io.onsale.edge.auth.AdmissionTokens.Admitted;
import io.onsale.edge.auth.QueueTokens.Place;
import io.onsale.edge.log.Commands;
import io.onsale.edge.log.Commands.Request;
import io.onsale.edge.log.Exchange;
import io.onsale.edge.views.queue.Shopper;
import io.onsale.edge.views.queue.Stage;
import io.onsale.edge.views.queue.Standing;
import io.onsale.schemas.admission.AdmissionCommand;
import io.onsale.schemas.admission.AdmissionReply;
import io.onsale.schemas.admission.ArriveAtSale;
import io.onsale.schemas.admission.FanArrived;
import io.onsale.schemas.common.Actor;
import io.onsale.schemas.common.ActorKind;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Gives admission tokens out: the first time only after the log has it that the fan came, because whoever does not come in time loses the place. */
final class Arrivals {
    private static final String ROUTE = "GET /api/queue/status";
    private static final byte[] NO_BODY = {};

    private final Commands commands;
    private final AdmissionTokens tokens;
    /** One question for each admission, however many devices look at once. */
    private final Map<String, CompletableFuture<AdmissionReply>> asked = new ConcurrentHashMap<>();

    Arrivals(Commands commands, AdmissionTokens tokens) {
        this.commands = commands;
        this.tokens = tokens;
    }

    /** The token of a place; nothing where it is not let in, or not any more. */
    Optional<String> token(Place place, Standing standing, String traceId) {
        return standing.shopper()
                .filter(shopper -> standing.stage() == Stage.ARRIVED || arrive(place, shopper, traceId))
                .map(shopper -> tokens.mint(
                        new Admitted(place.eventId(), place.fanId(), shopper.admissionId(), shopper.expiresAt())));
    }

    private boolean arrive(Place place, Shopper shopper, String traceId) {
        CompletableFuture<AdmissionReply> mine = new CompletableFuture<>();
        CompletableFuture<AdmissionReply> others = asked.putIfAbsent(shopper.admissionId(), mine);
        AdmissionReply reply = others == null ? askFor(place, shopper, traceId, mine) : Commands.await(others);
        return reply.getOutcome() instanceof FanArrived;
    }

    /** Asks for everybody who waits for this. */
    private AdmissionReply askFor(
            Place place, Shopper shopper, String traceId, CompletableFuture<AdmissionReply> waitedFor) {
        try {
            AdmissionReply reply = ask(place, shopper, traceId);
            waitedFor.complete(reply);
            return reply;
        } catch (RuntimeException e) {
            waitedFor.completeExceptionally(e);
            throw e;
        } finally {
            asked.remove(shopper.admissionId(), waitedFor);
        }
    }

    private AdmissionReply ask(Place place, Shopper shopper, String traceId) {
        Request request =
                new Request(ROUTE, new Actor(ActorKind.FAN, place.fanId()), traceId, Optional.empty(), NO_BODY);
        ArriveAtSale arrive = new ArriveAtSale(place.fanId(), shopper.admissionId());
        return commands.ask(
                request, Exchange.ADMISSION, place.eventId(), envelope -> new AdmissionCommand(envelope, arrive));
    }
}
